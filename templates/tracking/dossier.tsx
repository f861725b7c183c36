import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Claimed } from '../../src/tracking/claim-by-code.ts'
import type { PublicView } from '../../src/tracking/public-view.ts'
import { formats } from '../format.ts'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { trackingWords } from '../words/tracking.ts'
import { About } from './about.tsx'
import { Answer, headline } from './answer.tsx'
import { Steps } from './steps.tsx'
import { WasAtHome } from './was-at-home.tsx'
import { Bring, Pay, Supplement } from './what-to-do.tsx'

type Props = { frame: Frame; language: Language; code: string; view: PublicView; claimed: Claimed | undefined }

/** What the code on the slip opens: first the answer, then what to do, then how it came. */
export function DossierPage({ frame, language, code, view, claimed }: Props) {
  const words = trackingWords[language]
  const elsewhere = { path: paths[otherLanguage(language)].home, code }
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={headline(view, language)}>
      <Answer view={view} language={language} />
      <Supplement view={view} language={language} />
      {awaits(view) && (
        <div class="two">
          <Bring view={view} language={language} />
          <Pay view={view} language={language} />
        </div>
      )}
      <WasAtHome frame={frame} language={language} code={code} view={view} claimed={claimed} />
      <Steps language={language} stage={view.stage} />
      <History view={view} language={language} />
      <About view={view} language={language} />
      <p class="no-print">
        <a href={paths[language].home}>{words.another}</a>
      </p>
    </PublicPage>
  )
}

/** What to bring matters from the day there is something to receive. */
const awaits = ({ stage, situation }: PublicView) => stage === 'coming_home' || situation === 'result_at_police'

function History({ view, language }: { view: PublicView; language: Language }) {
  if (!view.moments.length) return null
  return (
    <section>
      <h2>{trackingWords[language].history}</h2>
      <ol class="moments" reversed>
        {[...view.moments].reverse().map(({ at, text, detail }) => (
          <li>
            <span class="moment-text">
              {text}
              {detail && `: ${detail}`}
            </span>
            <time datetime={at.toISOString()}>{formats[language].moment(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
