import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import { asset } from '../assets.ts'
import { fieldsOf, type Sent } from '../fields.ts'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { searchWords } from '../words/search.ts'
import { SearchForm } from './search-form.tsx'

type Props = { frame: Frame; language: Language; sent?: Sent }

/** The first page: where is my dossier? One field, and a picture of where its answer is printed. */
export function HomePage({ frame, language, sent = {} }: Props) {
  const words = searchWords[language]
  const elsewhere = { path: paths[otherLanguage(language)].home }
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={words.title} errors={sent.errors ?? []}>
      <h1>{words.title}</h1>
      <div class="ask">
        <SearchForm frame={frame} language={language} field={fieldsOf(sent)('code')} />
        <figure>
          <img src={asset('slip.svg')} alt={words.picture} width="340" height="236" />
          <figcaption>{words.whereIsIt}</figcaption>
        </figure>
      </div>
      <p>{words.otherCodes}</p>
      <h2>
        <a href={paths[language].procedures}>{words.proceduresTitle}</a>
      </h2>
      <p>{words.proceduresText}</p>
    </PublicPage>
  )
}
