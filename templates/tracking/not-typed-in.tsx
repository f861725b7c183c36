import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { searchWords } from '../words/search.ts'

/** The code was printed by us on a slip that is filled in by hand: nothing of it is known here yet, and nothing is told. */
export function NotTypedInPage({ frame, language }: { frame: Frame; language: Language }) {
  const words = searchWords[language].notTypedIn
  const elsewhere = { path: paths[otherLanguage(language)].home }
  return (
    <PublicPage frame={{ ...frame, path: '' }} language={language} elsewhere={elsewhere} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.first}</p>
      <ul>
        {words.next.map(one => (
          <li>{one}</li>
        ))}
      </ul>
    </PublicPage>
  )
}
