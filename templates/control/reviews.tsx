import type { ReviewItem } from '../../src/custody/queries.ts'
import { longTime } from '../../src/kit/time.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { groupedItemCode } from '../documents/code-groups.ts'
import type { Column } from '../parts/table.tsx'
import { MissedAgain } from './missed-again.tsx'
import { RowTable } from './row-table.tsx'
import { Section } from './section.tsx'
import { reviewWords, stepWords } from './words.ts'

type Props = { reviews: { items: ReviewItem[]; next: string | null }; total: number; mayClose: boolean }

/** What scans left to be understood by a person. */
export function Reviews({ reviews: { items, next }, total, mayClose }: Props) {
  return (
    <Section id="reviews" title="Cần xem xét" total={total}>
      <RowTable
        caption="Cũ nhất trước"
        columns={columnsFor(mayClose)}
        rows={items}
        none="Không có mục nào cần xem xét."
      />
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/staff/control?reviews=${next}#reviews`}>
            Mục tiếp theo
          </a>
        </p>
      )}
    </Section>
  )
}

const columnsFor = (mayClose: boolean): Column<ReviewItem>[] => [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  {
    head: 'Điều lạ',
    cell: ({ kind, step, times, seen_at }) => (
      <>
        {times !== null && times > 1 ? <MissedAgain times={times} /> : (reviewWords[kind] ?? kind)}
        <br />
        <span class="bt-small">{seen_at ? `Thấy ở ${seen_at}` : stepWords(step)}</span>
      </>
    ),
  },
  {
    head: 'Ai quét, ai kiểm kê',
    cell: ({ by, unit, opened_at }) => (
      <>
        {by}
        {unit && `, ${unit}`}
        <br />
        <span class="bt-small">{longTime(new Date(opened_at))}</span>
      </>
    ),
  },
  {
    head: 'Xử lý',
    cell: ({ id, code }) =>
      mayClose ? (
        <a class="govuk-link" href={`/staff/control/reviews/${id}`}>
          Đóng<span class="govuk-visually-hidden"> mục của {groupedItemCode(code)}</span>
        </a>
      ) : (
        'Đang mở'
      ),
  },
]
