import { renderToString } from 'preact-render-to-string'
import type { Language } from '../src/kit/language.ts'
import type { Frame } from '../src/people/page.ts'
import type { Problem } from '../src/platform/answer-errors.ts'
import { StaffPage } from './layout.tsx'
import { PublicPage } from './public-layout.tsx'
import { otherLanguage, paths } from './words/paths.ts'
import { type ProblemWords, problemWords } from './words/problems.ts'

/**
 * A problem as a page, in the frame and the language of where it happened. The beginning of `requestId` finds it in the
 * log, and is short enough to be read out on the phone.
 */
export function errorPage(frame: Frame, problem: Problem, requestId: string): string {
  const Page = frame.path.startsWith('/staff') ? StaffProblem : PublicProblem
  return `<!doctype html>${renderToString(<Page frame={frame} problem={problem} number={requestId.slice(0, 8)} />)}`
}

type Props = { frame: Frame; problem: Problem; number: string }

function StaffProblem({ frame, problem, number }: Props) {
  const words = problemWords.vi
  const { title, next } = wordsFor(problem, 'vi')
  return (
    <StaffPage frame={frame} title={title}>
      <p class="govuk-body-l">{isTold(problem) ? problem.detail : next}</p>
      {isTold(problem) && <p class="govuk-body">{next}</p>}
      <p class="govuk-body">
        {words.number}: <span class="bt-code">{number}</span>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/staff">
          {words.home}
        </a>
      </p>
    </StaffPage>
  )
}

function PublicProblem({ frame, problem, number }: Props) {
  const language: Language = /^\/en(\/|$)/.test(frame.path) ? 'en' : 'vi'
  const words = problemWords[language]
  const { title, next } = wordsFor(problem, language)
  const elsewhere = { path: paths[otherLanguage(language)].home }
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={title}>
      <h1>{title}</h1>
      <p class="lead">{next}</p>
      <p>
        {words.number}: {number}
      </p>
      <p>
        <a href={paths[language].home}>{words.home}</a>
      </p>
    </PublicPage>
  )
}

function wordsFor({ status, title }: Problem, language: Language): ProblemWords {
  const { byStatus, other } = problemWords[language]
  const known: Record<number, ProblemWords> = byStatus
  return known[status] ?? { ...other, title: language === 'vi' ? title : other.title }
}

/** What the domain said on purpose helps staff more than general words. */
const isTold = ({ status }: Problem) => status !== 404 && status < 500
