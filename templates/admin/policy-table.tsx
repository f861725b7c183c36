import type { Excuse } from '../../src/promises/excuses.ts'
import type { PolicyVersion } from '../../src/promises/promise-data.ts'
import { RowTable } from '../control/row-table.tsx'
import { clockWords } from '../control/words.ts'
import { State } from '../custody/shape.tsx'
import { formats } from '../format.ts'
import type { Column } from '../parts/table.tsx'
import { excuseWords } from '../words/excuses.ts'
import { calendarWords, scopeWords, unitWords } from './promise-words.ts'

/** Every version of every promise: what runs keeps the one it was made under. */
export const PolicyTable = ({ policies }: { policies: readonly PolicyVersion[] }) => (
  <RowTable caption="Theo việc, bản mới trước" columns={columns} rows={policies} none="Chưa có thời hạn nào." />
)

const columns: Column<PolicyVersion>[] = [
  {
    head: 'Thời hạn',
    cell: ({ clock, reading }) => (
      <>
        {clockWords[clock]}
        <br />
        <span class="bt-small">{reading}</span>
      </>
    ),
  },
  {
    head: 'Bao lâu',
    cell: ({ amount, unit, calendar, scope }) => (
      <>
        <div>{amount === null ? 'theo từng thủ tục' : `${amount} ${unitWords[unit]}`}</div>
        <div>{[calendarWords[calendar], scope && scopeWords[scope]].filter(Boolean).join(', ')}</div>
      </>
    ),
  },
  { head: 'Ràng buộc', cell: ({ is_binding }) => (is_binding ? 'có' : 'để đối chiếu') },
  {
    head: 'Được trừ khi',
    cell: ({ excuses }) => excuses.map(one => excuseWords[one as Excuse]).join(', ') || 'không trừ',
  },
  {
    head: 'Hiệu lực',
    cell: ({ valid_from, valid_to }) => (
      <>
        <div>từ {formats.vi.moment(valid_from)}</div>
        {valid_to ? (
          <State look="late">{`đến ${formats.vi.moment(valid_to)}`}</State>
        ) : (
          <State look="good">Đang dùng</State>
        )}
      </>
    ),
  },
  { head: 'Căn cứ', cell: ({ source }) => source },
]
