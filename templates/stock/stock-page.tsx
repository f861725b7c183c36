import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { countStates } from '../../src/stock/options.ts'
import type { Missing, StockCount, UnitCounted } from '../../src/stock/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import type { Column } from '../parts/table.tsx'
import { LastCounted } from './last-counted.tsx'
import { MissingParcels } from './missing-parcels.tsx'
import { Units } from './units.tsx'

type Props = {
  frame: Frame
  now: Date
  /** Where this person counts. What is held there is not said: a count is blind. */
  mine: readonly UnitCounted[]
  /** For those who watch over all: what is missing, and every unit. */
  watching: { all: readonly UnitCounted[]; missing: readonly Missing[]; mayClose: boolean } | null
  counts: readonly StockCount[]
  errors: readonly FieldError[]
}

/** Where one counts and what came of it; for supervisors, who has not counted today. */
export function StockPage({ frame, now, mine, watching, counts, errors }: Props) {
  return (
    <StaffPage frame={frame} title="Kiểm kê tồn" errors={errors} styles={['work.css']}>
      {mine.length > 0 && (
        <p class="govuk-body">
          Cuối ngày quét hết bưu gửi trong tủ. Danh sách của sổ chỉ hiện sau khi chốt. Kiểm kê không chuyển bưu gửi nào.
        </p>
      )}
      {mine.map(unit => (
        <OwnUnit frame={frame} unit={unit} now={now} open={openAt(counts, unit)} />
      ))}
      {watching && <MissingParcels missing={watching.missing} mayClose={watching.mayClose} now={now} />}
      {watching && <Units all={watching.all} now={now} />}
      <Section id="counts" title="Các lần kiểm kê">
        <RowTable caption="Mới nhất trước" columns={countColumns} rows={counts} none="Chưa có lần kiểm kê nào." />
      </Section>
    </StaffPage>
  )
}

const openAt = (counts: readonly StockCount[], { unit }: UnitCounted) =>
  counts.find(({ unit_id, state }) => unit_id === unit && state === 'open')

type OwnUnitProps = { frame: Frame; unit: UnitCounted; now: Date; open: StockCount | undefined }

function OwnUnit({ frame, unit, now, open }: OwnUnitProps) {
  return (
    <Form frame={frame} action="/staff/stock" id={`open-${unit.unit}`}>
      <Hidden name="unit" value={unit.unit} />
      <h2 class="govuk-heading-m">{unit.name}</h2>
      <p class="govuk-body">
        <LastCounted unit={unit} now={now} />
      </p>
      <Button>{open ? 'Kiểm kê tiếp' : 'Bắt đầu kiểm kê'}</Button>
    </Form>
  )
}

const countColumns: Column<StockCount>[] = [
  {
    head: 'Biên bản',
    cell: ({ id, number }) => (
      <a class="govuk-link bt-code" href={`/staff/stock/${id}`}>
        {number ?? 'Xem'}
      </a>
    ),
  },
  { head: 'Đơn vị', cell: ({ unit_name }) => unit_name },
  { head: 'Tình trạng', cell: ({ state }) => countStates[state] },
  { head: 'Mở lúc', cell: ({ opened_at }) => longTime(opened_at) },
  { head: 'Ai kiểm kê', cell: ({ opened_by, closed_by }) => closed_by ?? opened_by },
]
