import type { InHand } from '../../src/custody/in-hand.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'
import { span } from '../control/time-left.tsx'
import { Details } from '../parts/details.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { ItemCodeText } from './item-code-text.tsx'
import { purposeWords } from './purpose-words.ts'

/** What this person and their office hold, the longest held first. Folded: it is for the end of a shift. */
export function InHandTable({ inHand, now }: { inHand: readonly InHand[]; now: Date }) {
  const columns: Column<InHand>[] = [
    { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
    { head: 'Loại', cell: ({ purpose }) => purposeWords[purpose] },
    { head: 'Đi đến', cell: ({ destination }) => destination },
    {
      head: 'Lần quét cuối',
      cell: ({ last_step }) => (last_step && isStep(last_step) ? ruleOf(last_step).label : 'Chưa quét'),
    },
    { head: 'Đã giữ', cell: ({ since }) => span(now.getTime() - since.getTime()) },
  ]
  return (
    <Details summary={`Đang giữ ${inHand.length} bưu gửi`} isOpen={inHand.length > 0 && inHand.length <= 8}>
      <div class="bt-wide">
        <Table caption="Đang giữ" captionSize="s" columns={columns} rows={inHand} none="Không giữ bưu gửi nào." />
      </div>
    </Details>
  )
}
