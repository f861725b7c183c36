import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Claimed } from '../../src/tracking/claim-by-code.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { Hidden } from '../parts/form.tsx'
import { PublicToken } from '../parts/public-frame.tsx'
import { paths } from '../words/paths.ts'
import { trackingWords } from '../words/tracking.ts'

type Props = { frame: Frame; language: Language; code: string; view: PublicView; claimed: Claimed | undefined }

/** One button for whoever waited at home and nobody came. The code is sent in the form: it must not stay in addresses. */
export function WasAtHome({ frame, language, code, view, claimed }: Props) {
  const words = trackingWords[language].wasAtHome
  if (claimed) return <p role="status">{claimed === 'taken' ? words.taken : words.nothing}</p>
  if (!view.can_claim) return null
  return (
    <section class="todo no-print">
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      <form method="post" action={paths[language].atHome}>
        <PublicToken frame={frame} />
        <Hidden name="code" value={code} />
        <button type="submit">{words.button}</button>
      </form>
    </section>
  )
}
