import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { searchWords } from '../words/search.ts'
import { SearchForm } from './search-form.tsx'

/**
 * What every code that opens nothing answers: wrong, foreign, revoked or erased. It does not repeat the code, so that
 * all of them get the same bytes.
 */
export function NotFoundPage({ frame, language }: { frame: Frame; language: Language }) {
  const words = searchWords[language].notFound
  const elsewhere = { path: paths[otherLanguage(language)].home }
  return (
    <PublicPage frame={{ ...frame, path: '' }} language={language} elsewhere={elsewhere} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.first}</p>
      <ul>
        {words.checks.map(check => (
          <li>{check}</li>
        ))}
      </ul>
      <SearchForm frame={frame} language={language} field={fieldsOf()('code')} />
      <p>{words.again}</p>
    </PublicPage>
  )
}
