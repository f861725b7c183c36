import { isStep, ruleOf } from '../../src/custody/steps.ts'
import type { BoardRow } from '../../src/promises/queries.ts'
import { holderWords } from '../custody/holder-words.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { formats } from '../format.ts'
import type { Column } from '../parts/table.tsx'
import { Gone } from './gone.tsx'
import { Pages } from './pages.tsx'
import { RowTable } from './row-table.tsx'
import { Section } from './section.tsx'
import { span, TimeLeft } from './time-left.tsx'

type Props = { rows: readonly BoardRow[]; total: number; page: number; pages: number; now: Date }

/** Every running promise, the least time left first. */
export function Board({ rows, total, page, pages, now }: Props) {
  return (
    <Section id="board" title="Kết quả đang trên đường" total={total}>
      <RowTable
        caption="Gấp nhất trước"
        columns={columnsAt(now)}
        rows={rows}
        none="Không có kết quả nào đang trên đường."
      />
      <Pages page={page} pages={pages} path="/staff/control" />
    </Section>
  )
}

const columnsAt = (now: Date): Column<BoardRow>[] => [
  {
    head: 'Bưu gửi',
    cell: ({ code }) => (
      <a class="govuk-link" href={`/staff/control/parcels/${code}`}>
        <ItemCodeText code={code} />
      </a>
    ),
  },
  {
    head: 'Thời gian còn lại',
    cell: row => (
      <>
        <TimeLeft promise={row} now={now} />
        <Gone from={row.started_at} to={row.due_at} held={row.since} now={now} />
        <span class="bt-small">
          Hẹn {formats.vi.promise(row.due_at)}
          {row.due_at > row.wall_due_at && `, theo đồng hồ ${formats.vi.promise(row.wall_due_at)}`}
        </span>
      </>
    ),
  },
  {
    head: 'Ai đang giữ',
    cell: row => (
      <>
        {holderWords(row)}
        <br />
        <span class="bt-small">
          {row.last_step && isStep(row.last_step) ? `${ruleOf(row.last_step).label}, ` : ''}giữ{' '}
          {span(now.getTime() - row.since.getTime())}
        </span>
      </>
    ),
  },
]
