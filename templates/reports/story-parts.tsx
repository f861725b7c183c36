import { attemptMeasures, attemptReasons } from '../../src/custody/reasons.ts'
import { ruleOf } from '../../src/custody/steps.ts'
import type { Excuse } from '../../src/promises/excuses.ts'
import type { Standing } from '../../src/promises/standing.ts'
import type { Call, ParcelStory, Promised, StoodStill } from '../../src/reports/parcel-story.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { standingWords } from '../control/time-left.tsx'
import { clockWords } from '../control/words.ts'
import { State } from '../custody/shape.tsx'
import { formats } from '../format.ts'
import type { Column } from '../parts/table.tsx'
import { excuseWords } from '../words/excuses.ts'

const { moment } = formats.vi

/** What was promised of a parcel, by the wall and with what was excused. */
export const Promises = ({ promises }: { promises: readonly (Promised & { standing: Standing })[] }) => (
  <Section id="promises" title="Lời hẹn">
    <RowTable
      caption="Theo đồng hồ và có trừ tạm dừng"
      columns={promised}
      rows={promises}
      none="Chưa có lời hẹn nào."
    />
  </Section>
)

const promised: Column<Promised & { standing: Standing }>[] = [
  {
    head: 'Lời hẹn',
    cell: ({ clock, reading, is_binding }) => (
      <>
        {clockWords[clock]}
        <br />
        <span class="bt-small">{is_binding ? reading : `${reading} (để đối chiếu)`}</span>
      </>
    ),
  },
  { head: 'Từ', cell: ({ started_at }) => moment(started_at) },
  { head: 'Hẹn theo đồng hồ', cell: ({ wall_due_at }) => moment(wall_due_at) },
  { head: 'Có trừ tạm dừng', cell: ({ due_at }) => moment(due_at) },
  { head: 'Xong', cell: ({ stopped_at }) => (stopped_at ? moment(stopped_at) : 'chưa') },
  { head: 'Thế nào', cell: row => <HowItStands promise={row} /> },
]

function HowItStands({ promise: { stopped_at, due_at, standing } }: { promise: Promised & { standing: Standing } }) {
  const { look, word } = standingWords[stopped_at ? (stopped_at <= due_at ? 'on_time' : 'late') : standing]
  return <State look={look}>{word}</State>
}

/** When it stood still, why, and what proves it; how its receiver was called on. */
export const AtTheDoor = ({ pauses, calls }: Pick<ParcelStory, 'pauses' | 'calls'>) => (
  <>
    <Section id="pauses" title="Tạm dừng">
      <RowTable caption="Không tính là trễ" columns={stood} rows={pauses} none="Không có lần nào." />
    </Section>
    <Section id="calls" title="Tìm gặp người nhận">
      <RowTable caption="Theo thời gian" columns={called} rows={calls} none="Chưa có lần nào." />
    </Section>
  </>
)

const evidences: Record<StoodStill['evidence'], string> = {
  call: 'đã gọi điện',
  notice: 'có giấy mời',
  appointment: 'người nhận hẹn ngày',
  statement: 'lời bưu tá',
  supplement: 'yêu cầu bổ sung',
  supervisors: 'hai cơ quan xác nhận',
}

const stood: Column<StoodStill>[] = [
  { head: 'Vì sao', cell: ({ reason }) => excuseWords[reason as Excuse] ?? reason },
  { head: 'Từ', cell: ({ begins_at }) => moment(begins_at) },
  { head: 'Đến', cell: ({ ends_at }) => (ends_at ? moment(ends_at) : 'khi có người nhận') },
  { head: 'Bằng chứng', cell: ({ evidence, person }) => [evidences[evidence], person].filter(Boolean).join(', ') },
]

const claims = {
  waits: 'Người nhận nói có ở nhà, chờ xem xét',
  upheld: 'Người nhận có ở nhà',
  dismissed: 'Đã xem xét: bưu tá nói đúng',
} as const

const called: Column<Call>[] = [
  { head: 'Lúc', cell: ({ at }) => moment(at) },
  {
    head: 'Việc',
    cell: ({ step, detail, claim }) => (
      <>
        {ruleOf(step).label}
        <br />
        <span class="bt-small">{[said(detail), claim && claims[claim]].filter(Boolean).join('. ')}</span>
      </>
    ),
  },
  { head: 'Ai', cell: ({ person }) => person },
]

const said = ({ reason, measure, number, until }: Call['detail']): string =>
  [
    reason && attemptReasons[reason],
    measure && attemptMeasures[measure],
    number && `lần ${number}`,
    until && `đến ${formats.vi.date(until)}`,
  ]
    .filter(Boolean)
    .join(', ')
