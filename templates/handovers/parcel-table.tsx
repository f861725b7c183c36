import { conditions } from '../../src/custody/reasons.ts'
import type { HandoverParcel } from '../../src/handovers/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import type { Column } from '../parts/table.tsx'

/** What is on a sheet, and what became of each parcel. */
export const ParcelTable = ({ parcels }: { parcels: readonly HandoverParcel[] }) => (
  <RowTable caption={`${parcels.length} bưu gửi`} columns={columns} rows={parcels} none="Bảng không có bưu gửi." />
)

const columns: Column<HandoverParcel>[] = [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Nhận', cell: parcel => <Became parcel={parcel} /> },
  { head: 'Tình trạng', cell: ({ condition }) => (condition ? conditions[condition] : '–') },
]

function Became({ parcel: { is_accepted, is_listed, is_scanned } }: { parcel: HandoverParcel }) {
  if (is_accepted === null) return <>{is_scanned ? 'Đã quét, chưa ký' : 'Chưa nhận'}</>
  if (!is_accepted) return <State look="bad">Thiếu</State>
  return is_listed ? <State look="good">Đã nhận</State> : <State look="review">Thừa</State>
}
