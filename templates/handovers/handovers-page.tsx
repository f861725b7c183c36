import type { ListedHandover } from '../../src/handovers/list-handovers.ts'
import type { Unlisted } from '../../src/handovers/unlisted.ts'
import { shortDate } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { State } from '../custody/shape.tsx'
import { StaffPage } from '../layout.tsx'
import { ButtonLink } from '../parts/button.tsx'
import type { Column } from '../parts/table.tsx'
import { partyWords } from './parties.ts'

type Props = {
  frame: Frame
  items: readonly ListedHandover[]
  /** Where the next page begins, if there is one. */
  next: string | null
  unlisted: readonly Unlisted[]
  mayRelease: boolean
  now: Date
}

type Part = { id: string; title: string; none: string; has: (item: ListedHandover) => boolean }

const parts: readonly Part[] = [
  {
    id: 'mine',
    title: 'Chờ tôi nhận',
    none: 'Không có bảng nào chờ ông/bà ký nhận.',
    has: item => item.is_mine_to_accept,
  },
  {
    id: 'theirs',
    title: 'Chờ bên kia nhận',
    none: 'Không có bảng nào chờ bên kia.',
    has: item => item.state === 'released' && !item.is_mine_to_accept,
  },
  {
    id: 'differences',
    title: 'Thiếu, thừa cần nêu lý do',
    none: 'Không có chênh lệch nào còn mở.',
    has: ({ state }) => state === 'accepted_with_differences',
  },
]

/** Which hand-overs are not finished: for whom they wait, and for how long. */
export function HandoversPage({ frame, items, next, unlisted, mayRelease, now }: Props) {
  return (
    <StaffPage frame={frame} title="Bàn giao" styles={['work.css']}>
      {mayRelease && <ButtonLink href="/staff/handovers/new">Lập bảng giao</ButtonLink>}
      {parts.map(({ id, title, none, has }) => {
        const rows = items.filter(has)
        return (
          <Section id={id} title={title} total={rows.length}>
            <RowTable caption="Lâu nhất trước" columns={columns(now)} rows={rows} none={none} />
          </Section>
        )
      })}
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/staff/handovers?after=${next}`}>
            Xem các bảng sau
          </a>
        </p>
      )}
      <Section id="unlisted" title="Không có bảng giao, chờ bên nhận ký" total={unlisted.length}>
        <RowTable
          caption="Mới nhất trước"
          columns={unlistedColumns}
          rows={unlisted}
          none="Không có bưu gửi nào giao mà không có bảng."
        />
      </Section>
    </StaffPage>
  )
}

const columns = (now: Date): Column<ListedHandover>[] => [
  {
    head: 'Số bảng',
    cell: ({ id, number }) => (
      <a class="govuk-link bt-code" href={`/staff/handovers/${id}`}>
        {number}
      </a>
    ),
  },
  { head: 'Bên giao', cell: ({ giver }) => partyWords(giver) },
  { head: 'Bên nhận', cell: ({ taker }) => partyWords(taker) },
  { head: 'Bưu gửi', cell: ({ parcels }) => parcels, isNumeric: true },
  { head: 'Đã chờ', cell: item => <Waited item={item} now={now} /> },
]

const unlistedColumns: Column<Unlisted>[] = [
  {
    head: 'Ngày',
    cell: ({ id, day }) => (
      <a class="govuk-link" href={`/staff/handovers/unlisted/${id}`}>
        {shortDate(day)}
      </a>
    ),
  },
  { head: 'Bên giao', cell: ({ giver }) => partyWords(giver) },
  { head: 'Bên nhận', cell: ({ taker }) => partyWords(taker) },
  { head: 'Bưu gửi', cell: ({ parcels }) => parcels, isNumeric: true },
]

/** What waits too long is said in a word, a colour and a shape. */
function Waited({ item, now }: { item: ListedHandover; now: Date }) {
  const since = item.accepted_at ?? item.released_at ?? now
  const words = span(now.getTime() - since.getTime())
  return item.is_aged ? <State look="bad">{`${words}, quá lâu`}</State> : <span>{words}</span>
}
