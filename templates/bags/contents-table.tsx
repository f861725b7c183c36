import type { BagParcel } from '../../src/bags/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import type { Column } from '../parts/table.tsx'

/** What is listed in a bag, and what became of each parcel. */
export const ContentsTable = ({ parcels }: { parcels: readonly BagParcel[] }) => (
  <RowTable caption={`${parcels.length} bưu gửi`} columns={columns} rows={parcels} none="Túi chưa có bưu gửi." />
)

const columns: Column<BagParcel>[] = [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Trong túi', cell: parcel => <Became parcel={parcel} /> },
]

function Became({ parcel: { is_inside, is_found } }: { parcel: BagParcel }) {
  if (is_found === null) return is_inside ? <>Trong túi</> : <State look="review">Đã quét riêng ngoài túi</State>
  return is_found ? <State look="good">Có khi mở túi</State> : <State look="bad">Thiếu</State>
}
