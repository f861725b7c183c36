import { attemptReasons } from '../../src/custody/reasons.ts'
import { dong } from '../../src/kit/money.ts'
import { type Collectable, collectables, envelopeStates } from '../../src/rounds/options.ts'
import type { RecordParcel, RoundRecord } from '../../src/rounds/record.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { groupedItemCode } from '../documents/code-groups.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import type { Column } from '../parts/table.tsx'
import { ParcelStateText } from './parcel-state.tsx'

/** What a round closed with, word for word as it was then. */
export function RoundResult({
  record: { parcels, envelopes, missing_papers, carried_over, cash },
}: {
  record: RoundRecord
}) {
  const { to_collect, unknown, collected, handed_in } = cash
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Phải thu', value: `${dong(to_collect)}${unknown ? `, ${unknown} bưu gửi chưa xác định` : ''}` },
          { label: 'Đã thu', value: <Amount amount={collected} beside={to_collect} /> },
          { label: 'Đã nộp', value: <Amount amount={handed_in} beside={collected} /> },
          { label: 'Giấy tờ thu lại', value: envelopes.map(envelopeText).join('; ') || 'không có' },
          missing_papers.length
            ? {
                label: 'Giấy tờ còn thiếu',
                value: missing_papers
                  .map(({ code, papers }) => `${groupedItemCode(code)}: ${listed(papers)}`)
                  .join('; '),
              }
            : null,
          carried_over.length
            ? {
                label: 'Phát từ chuyến trước, nay mới tính',
                value: carried_over.map(({ code, round }) => `${groupedItemCode(code)} (chuyến ${round})`).join('; '),
              }
            : null,
        ]}
      />
      <RowTable caption="Bưu gửi khi chốt" columns={columns} rows={parcels} none="Chuyến không có bưu gửi." />
    </>
  )
}

const listed = (papers: readonly Collectable[]) => papers.map(paper => collectables[paper]).join(', ')

const envelopeText = ({ code, papers, state }: RoundRecord['envelopes'][number]) =>
  `${groupedItemCode(code)} (${listed(papers)}): ${envelopeStates[state]}`

/** In a word, a colour and a shape whether it agrees with what it stands beside. */
function Amount({ amount, beside }: { amount: number; beside: number }) {
  const difference = amount - beside
  const words = difference > 0 ? 'thừa' : 'thiếu'
  return (
    <>
      {dong(amount)}{' '}
      {difference === 0 ? (
        <State look="good">khớp</State>
      ) : (
        <State look="bad">{`${words} ${dong(Math.abs(difference))}`}</State>
      )}
    </>
  )
}

const columns: Column<RecordParcel>[] = [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Điểm phát', cell: ({ stop }) => String(stop) },
  { head: 'Kết quả', cell: ({ state, moved_to }) => <ParcelStateText state={state} to={moved_to} /> },
  { head: 'Vì sao', cell: ({ reason }) => (reason ? attemptReasons[reason] : '–') },
]
