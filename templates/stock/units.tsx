import type { UnitCounted } from '../../src/stock/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { Details } from '../parts/details.tsx'
import type { Column } from '../parts/table.tsx'
import { LastCounted } from './last-counted.tsx'

/** Whoever holds nothing and never counted stands apart: most communes, on most days. */
export function Units({ all, now }: { all: readonly UnitCounted[]; now: Date }) {
  const isQuiet = ({ held, last_counted_at }: UnitCounted) => held === 0 && last_counted_at === null
  const [busy, quiet] = [all.filter(unit => !isQuiet(unit)), all.filter(isQuiet)]
  return (
    <Section id="units" title="Các đơn vị" total={busy.length}>
      <RowTable
        caption="Lâu chưa kiểm kê trước"
        columns={unitColumns(now)}
        rows={busy}
        none="Không có đơn vị nào đang giữ bưu gửi."
      />
      {quiet.length > 0 && (
        <Details summary={`Không giữ bưu gửi, chưa kiểm kê lần nào (${quiet.length})`}>
          <ul class="govuk-list">
            {quiet.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  )
}

const unitColumns = (now: Date): Column<UnitCounted>[] => [
  { head: 'Đơn vị', cell: ({ name }) => name },
  { head: 'Kiểm kê', cell: unit => <LastCounted unit={unit} now={now} /> },
  { head: 'Đang giữ', cell: ({ held }) => held, isNumeric: true },
  {
    head: 'Còn thiếu',
    cell: ({ short }) =>
      short ? (
        <a class="govuk-link" href="/staff/control#reviews">
          {short}
          <span class="govuk-visually-hidden"> còn thiếu</span>
        </a>
      ) : (
        0
      ),
    isNumeric: true,
  },
]
