import { groupBy } from '../../src/kit/group-by.ts'
import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { ProcedureRow } from '../../src/procedures/queries.ts'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { procedureWords } from '../words/procedures.ts'
import { Filters, type FiltersProps } from './filters.tsx'

type Props = FiltersProps & { frame: Frame; procedures: readonly ProcedureRow[] }

/** The catalogue, by field of work, as far as the filters let it through. */
export function ProcedureListPage({ frame, language, procedures, fields, filter }: Props) {
  const words = procedureWords[language]
  const elsewhere = { path: `${paths[otherLanguage(language)].procedures}${queryOf(filter)}` }
  const groups = [...groupBy(procedures, ({ field_name }) => field_name)]
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={words.title}>
      <h1>{words.title}</h1>
      <Filters language={language} fields={fields} filter={filter} />
      <p role="status">
        <strong>{words.found(procedures.length)}</strong>
      </p>
      {!procedures.length && <p>{words.none}</p>}
      {groups.map(([field, rows]) => (
        <section>
          <h2 lang="vi">{field}</h2>
          <ul class="list">
            {rows.map(row => (
              <Line row={row} language={language} />
            ))}
          </ul>
        </section>
      ))}
    </PublicPage>
  )
}

function Line({
  row: { key, name, level, receive_by_post, return_by_post },
  language,
}: {
  row: ProcedureRow
  language: Language
}) {
  const words = procedureWords[language]
  return (
    <li>
      <a href={`${paths[language].procedures}/${key}`} lang="vi">
        {name}
      </a>
      <small>
        {words.levels[level]} · {words.ways[wayOf(receive_by_post, return_by_post)]}
      </small>
    </li>
  )
}

const wayOf = (receives: boolean, returns: boolean) =>
  receives ? (returns ? 'both' : 'receive') : returns ? 'return' : 'none'

function queryOf(filter: FiltersProps['filter']): string {
  const given = Object.entries(filter).filter(([, value]) => value)
  return given.length ? `?${new URLSearchParams(given)}` : ''
}
