import { localDate, shortDate } from '../../src/kit/time.ts'
import type { DueParcel } from '../../src/rounds/due-parcels.ts'
import { type DueDeed, dueDeeds } from '../../src/rounds/options.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { groupedItemCode } from '../documents/code-groups.ts'
import type { Column } from '../parts/table.tsx'

type Props = { due: readonly DueParcel[]; isClerk: boolean }

/** What came back undelivered: what is to be done today before what waits. */
export const DueTable = ({ due, isClerk }: Props) => (
  <Section id="due" title="Chưa phát được, đang ở bưu cục" total={due.length}>
    <RowTable
      caption="Việc cần làm trước"
      columns={columns(isClerk)}
      rows={[...due].sort((a, b) => Number(a.deed === 'wait') - Number(b.deed === 'wait'))}
      none="Không có bưu gửi nào chờ."
    />
  </Section>
)

const columns = (isClerk: boolean): Column<DueParcel>[] => [
  {
    head: 'Bưu gửi',
    cell: ({ code, name, unit_name }) => (
      <>
        <ItemCodeText code={code} />
        <span class="bt-small">{isClerk ? name : unit_name}</span>
      </>
    ),
  },
  { head: 'Giấy mời', cell: ({ notices, noticed_at }) => noticeText(notices, noticed_at) },
  { head: 'Giữ đến', cell: ({ held_until }) => (held_until ? shortDate(held_until) : '–') },
  {
    head: 'Việc tiếp theo',
    cell: ({ code, deed }) => (
      <>
        <State look={deed === 'wait' ? 'late' : 'review'}>{dueDeeds[deed]}</State>
        {isClerk && <Doing code={code} deed={deed} />}
      </>
    ),
  },
]

const noticeText = (notices: number, at: Date | null) =>
  at ? `lần ${notices}, ${shortDate(localDate(at))}` : 'chưa gửi'

/** Holding and sending back are scans of the station; notices and collection have a page of their own. */
function Doing({ code, deed }: { code: string; deed: DueDeed }) {
  const isScan = deed === 'hold' || deed === 'send_back'
  const query = new URLSearchParams(isScan ? { step: deed, codes: code } : { code })
  return (
    <span class="bt-small">
      <a class="govuk-link" href={`${isScan ? '/staff/scan' : '/staff/collections'}?${query}`}>
        {isScan ? 'Quét' : 'Mở'}
        <span class="govuk-visually-hidden"> {groupedItemCode(code)}</span>
      </a>
    </span>
  )
}
