import type { ComponentChildren } from 'preact'
import type { Language } from '../../src/kit/language.ts'
import type { Frame } from '../../src/people/page.ts'
import type { ProcedureRow } from '../../src/procedures/queries.ts'
import { formats } from '../format.ts'
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
        {procedure.name} <Mark language={language} isShown={isUnverified('name')} />
      </h1>
      <h2>
        {words.documents} <Mark language={language} isShown={isUnverified('documents')} />
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

function Facts({ procedure, language, isUnverified }: FactsProps) {
  const words = procedureWords[language]
  const facts: [label: string, value: ComponentChildren, column: string][] = [
    [words.filing, words.receives[procedure.receive_by_post ? 'yes' : 'no'], 'receive_by_post'],
    [words.result, words.returns[procedure.return_by_post ? 'yes' : 'no'], 'return_by_post'],
    [words.fee, <Fee procedure={procedure} language={language} />, 'fee'],
    [words.time, procedure.working_days ? words.days(procedure.working_days) : words.timeUnknown, 'working_days'],
    [words.where, `${words.desks[procedure.level]}${procedure.desk ? ` (${procedure.desk})` : ''}`, 'level'],
    [words.fieldOf, <span lang="vi">{procedure.field_name}</span>, 'field'],
    ...(procedure.code ? [[words.code, procedure.code, 'code'] as [string, string, string]] : []),
  ]
  return (
    <dl>
      {facts.map(([label, value, column]) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {value} <Mark language={language} isShown={isUnverified(column)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Fee({ procedure: { fee_amount, fee_note }, language }: Pick<Props, 'procedure' | 'language'>) {
  const words = procedureWords[language]
  const amount = fee_amount === null ? !fee_note && words.feeUnknown : formats[language].money(fee_amount)
  return (
    <>
      {amount}
      {amount && fee_note && ' – '}
      {fee_note && <span lang="vi">{fee_note}</span>}. {words.postageToo}
    </>
  )
}

/** What no published source confirmed yet says so, wherever it is shown. */
const Mark = ({ language, isShown }: { language: Language; isShown: boolean }) =>
  isShown ? <span class="mark">{procedureWords[language].unverified}</span> : null
