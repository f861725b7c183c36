import { SummaryList } from '../parts/summary-list.tsx'
import { columnHead, columnWords } from './column-words.ts'

/** How each column is written, and all that a column with a fixed list may say. */
export const ColumnHelp = ({ columns }: { columns: readonly string[] }) => (
  <SummaryList rows={columns.map(column => ({ label: columnHead(column), value: <Takes column={column} /> }))} />
)

function Takes({ column }: { column: string }) {
  const { takes, allows = {} } = columnWords[column] ?? {}
  return (
    <>
      {takes && <div>{takes}</div>}
      {Object.entries(allows).map(([value, meaning]) => (
        <div>
          <b>{value}</b>: {meaning}
        </div>
      ))}
    </>
  )
}
