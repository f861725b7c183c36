import { clockTime } from '../../src/kit/time.ts'
import type { CodeScanned } from '../../src/stock/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import type { Column } from '../parts/table.tsx'

type Props = { codes: readonly CodeScanned[]; unknown: readonly string[] }

/** What was scanned, the latest first. A code that is nobody's is told at once: it was read or typed badly. */
export const ScannedCodes = ({ codes, unknown }: Props) => (
  <RowTable caption="Đã quét, mới nhất trước" columns={columns(unknown)} rows={codes} none="Chưa quét mã nào." />
)

const columns = (unknown: readonly string[]): Column<CodeScanned>[] => [
  { head: 'Mã', cell: ({ code }) => <ItemCodeText code={code} /> },
  {
    head: 'Quét',
    cell: ({ code, scanned_at, by }) => (
      <>
        {clockTime(scanned_at)}, {by}
        {unknown.includes(code) && (
          <>
            <br />
            <State look="review">Không rõ mã của ai, xin đọc lại nhãn</State>
          </>
        )}
      </>
    ),
  },
]
