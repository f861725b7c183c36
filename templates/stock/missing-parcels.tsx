import type { Missing } from '../../src/stock/queries.ts'
import { MissedAgain } from '../control/missed-again.tsx'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { groupedItemCode } from '../documents/code-groups.ts'
import type { Column } from '../parts/table.tsx'

type Props = { missing: readonly Missing[]; mayClose: boolean; now: Date }

/** What counts miss and nothing has answered: the most urgent first. */
export const MissingParcels = ({ missing, mayClose, now }: Props) => (
  <Section id="missing" title="Đang thiếu">
    <RowTable
      caption="Thiếu nhiều lần liền trước"
      columns={columns(mayClose, now)}
      rows={missing}
      none="Không có bưu gửi nào đang thiếu."
    />
  </Section>
)

const columns = (mayClose: boolean, now: Date): Column<Missing>[] => [
  { head: 'Bưu gửi', cell: ({ code }) => <ItemCodeText code={code} /> },
  { head: 'Thiếu ở', cell: ({ unit_name }) => unit_name },
  { head: 'Mức gấp', cell: ({ times }) => (times > 1 ? <MissedAgain times={times} /> : 'Lần đầu') },
  { head: 'Đã thiếu', cell: ({ opened_at }) => span(now.getTime() - opened_at.getTime()) },
  {
    head: 'Xử lý',
    cell: ({ review, code }) =>
      mayClose ? (
        <a class="govuk-link" href={`/staff/control/reviews/${review}`}>
          Đóng<span class="govuk-visually-hidden"> mục của {groupedItemCode(code)}</span>
        </a>
      ) : (
        'Đang mở'
      ),
  },
]
