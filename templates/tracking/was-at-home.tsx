import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { Form } from '../parts/form.tsx'
import { paths } from '../words/paths.ts'
import { trackingWords } from '../words/tracking.ts'

type Props = { frame: Frame; language: Language; code: string; view: PublicView; claimed: string | undefined }

/** One button for whoever waited at home and nobody came. */
export function WasAtHome({ frame, language, code, view, claimed }: Props) {
  const words = trackingWords[language].wasAtHome
  if (claimed) return <p role="status">{claimed === 'yes' ? words.taken : words.nothing}</p>
  if (!view.can_claim) return null
  return (
    <section class="todo no-print">
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      <Form frame={frame} action={`${paths[language].track}/${encodeURIComponent(code)}/${paths[language].atHome}`}>
        <button type="submit">{words.button}</button>
      </Form>
    </section>
  )
}
