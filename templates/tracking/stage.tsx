import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Stage } from '../../src/tracking/stage.ts'
import { fieldsOf, type Sent } from '../fields.ts'
import { Hidden } from '../parts/form.tsx'
import { PublicField } from '../parts/public-field.tsx'
import { PublicToken } from '../parts/public-frame.tsx'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { searchWords } from '../words/search.ts'
import { Steps } from './steps.tsx'

type Props = { frame: Frame; language: Language; code: string; stage: Stage; sent?: Sent }

/** What a code that can be guessed tells: the step alone. The phone number of the slip opens the rest. */
export function StagePage({ frame, language, code, stage, sent = {} }: Props) {
  const words = searchWords[language].stage
  const elsewhere = { path: paths[otherLanguage(language)].home, code }
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={words.title} errors={sent.errors ?? []}>
      <h1>{words.title}</h1>
      <p class="answer">{words.lines[stage]}</p>
      <Steps language={language} stage={stage} />
      <p>{words.why}</p>
      <form method="post" action={paths[language].home} novalidate class="search">
        <PublicToken frame={frame} />
        <Hidden name="code" value={code} />
        <PublicField
          {...fieldsOf(sent)('phone_tail')}
          language={language}
          label={words.tail}
          hint={words.tailHint}
          size={6}
          isNumeric
        />
        <button type="submit">{words.tailButton}</button>
      </form>
    </PublicPage>
  )
}
