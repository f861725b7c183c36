import { dong } from '../../src/kit/money.ts'
import type { RoundLine } from '../../src/rounds/round-lines.ts'
import type { Stop } from '../../src/rounds/stops.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import type { Column } from '../parts/table.tsx'
import { ParcelStateText } from './parcel-state.tsx'

/** The stops of an open round as they stand at this moment. */
export const StopTable = ({ stops }: { stops: readonly Stop<RoundLine>[] }) => (
  <RowTable caption="Điểm phát theo thứ tự đường đi" columns={columns} rows={stops} none="Chưa có bưu gửi nào." />
)

const columns: Column<Stop<RoundLine>>[] = [
  {
    head: 'Người nhận',
    cell: ({ stop, name, address }) => (
      <>
        {stop}. {name}
        <span class="bt-small">{address}</span>
      </>
    ),
  },
  {
    head: 'Bưu gửi',
    cell: ({ parcels }) => (
      <ul class="bt-lines">
        {parcels.map(({ code, state, moved_to }) => (
          <li>
            <ItemCodeText code={code} /> <ParcelStateText state={state} to={moved_to} />
          </li>
        ))}
      </ul>
    ),
  },
  { head: 'Còn phải thu', cell: ({ left, to_collect }) => (left.length ? dong(to_collect) : '–'), isNumeric: true },
]
