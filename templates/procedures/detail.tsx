import type { ComponentChildren } from 'preact'
import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { ProcedureRow } from '../../src/procedures/queries.ts'
import { formats } from '../format.ts'
import { PublicMark } from '../parts/public-mark.tsx'
import { PublicPage } from '../public-layout.tsx'
import { otherLanguage, paths } from '../words/paths.ts'
import { procedureWords } from '../words/procedures.ts'

type Document = { name: string; is_required: boolean }
type Props = { frame: Frame; language: Language; procedure: ProcedureRow; documents: readonly Document[] }

/** One procedure: which papers, what it costs, how long it takes, where it is decided, what the post does. */
export function ProcedurePage({ frame, language, procedure, documents }: Props) {
  const words = procedureWords[language]
  const elsewhere = { path: `${paths[otherLanguage(language)].procedures}/${procedure.key}` }
  const isUnverified = (column: string) => procedure.unverified.includes(column)
  return (
    <PublicPage frame={frame} language={language} elsewhere={elsewhere} title={procedure.name}>
      <p class="no-print">
        <a href={paths[language].procedures}>{words.back}</a>
      </p>
      <h1 lang="vi">
        {procedure.name} <PublicMark language={language} isShown={isUnverified('name')} />
      </h1>
      <h2>
        {words.documents} <PublicMark language={language} isShown={isUnverified('documents')} />
      </h2>
      <Documents documents={documents} language={language} />
      <Facts procedure={procedure} language={language} isUnverified={isUnverified} />
      {procedure.unverified.length > 0 && <p class="quiet">{words.unverifiedWhy}</p>}
    </PublicPage>
  )
}

const Documents = ({ documents, language }: Pick<Props, 'documents' | 'language'>) => (
  <ul>
    {documents.map(({ name, is_required }) => (
      <li>
        <span lang="vi">{name}</span>
        {!is_required && ` – ${procedureWords[language].ifNeeded}`}
      </li>
    ))}
  </ul>
)

type FactsProps = Pick<Props, 'procedure' | 'language'> & { isUnverified: (column: string) => boolean }
type Fact = { label: string; value: ComponentChildren; column: string; note?: string }

function Facts({ procedure, language, isUnverified }: FactsProps) {
  return (
    <dl>
      {factsOf(procedure, language).map(({ label, value, column, note }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {value} <PublicMark language={language} isShown={isUnverified(column)} />
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf(procedure: ProcedureRow, language: Language): Fact[] {
  const words = procedureWords[language]
  const { receive_by_post, return_by_post, working_days, level, desk, code } = procedure
  return [
    { label: words.filing, value: words.receives[receive_by_post ? 'yes' : 'no'], column: 'receive_by_post' },
    { label: words.result, value: words.returns[return_by_post ? 'yes' : 'no'], column: 'return_by_post' },
    { label: words.fee, value: feeOf(procedure, language), column: 'fee', note: words.postageToo },
    { label: words.time, value: working_days ? words.days(working_days) : words.timeUnknown, column: 'working_days' },
    { label: words.where, value: `${words.desks[level]}${desk ? ` (${desk})` : ''}`, column: 'level' },
    { label: words.fieldOf, value: <span lang="vi">{procedure.field_name}</span>, column: 'field' },
    ...(code ? [{ label: words.code, value: code, column: 'code' }] : []),
  ]
}

/** The amount, where it is one number; else how the source words it. Unknown is said to be unknown, never 0. */
function feeOf({ fee_amount, fee_note }: ProcedureRow, language: Language): ComponentChildren {
  const note = fee_note && <span lang="vi">{fee_note}</span>
  if (fee_amount === null) return note || procedureWords[language].feeUnknown
  const amount = formats[language].money(fee_amount)
  return note ? [amount, ' – ', note] : amount
}
