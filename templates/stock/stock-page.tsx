import type { FieldError } from '../../src/kit/errors.ts'
import { localDate, longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { countStates } from '../../src/stock/options.ts'
import type { StockCount, UnitCounted } from '../../src/stock/queries.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { State } from '../custody/shape.tsx'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import type { Column } from '../parts/table.tsx'

type Props = {
  frame: Frame
  now: Date
  /** Where this person counts. What is held there is not said: a count is blind. */
  mine: readonly UnitCounted[]
  /** Every unit, for those who watch over all. */
  all: readonly UnitCounted[]
  counts: readonly StockCount[]
  errors: readonly FieldError[]
}

/** Where one counts and what came of it; for supervisors, who has not counted today. */
export function StockPage({ frame, now, mine, all, counts, errors }: Props) {
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
      {all.length > 0 && <Units all={all} now={now} />}
      <Section id="counts" title="Các lần kiểm kê">
        <RowTable caption="Mới nhất trước" columns={countColumns} rows={counts} none="Chưa có lần kiểm kê nào." />
      </Section>
    </StaffPage>
  )
}

/** Whoever holds nothing and never counted stands apart: most communes, on most days. */
function Units({ all, now }: { all: readonly UnitCounted[]; now: Date }) {
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

const isToday = (at: Date | null, now: Date) => at !== null && localDate(at) === localDate(now)

/** Counted today, on an earlier day or never: in a word, a colour and a shape. */
function LastCounted({ unit: { last_counted_at: at }, now }: { unit: UnitCounted; now: Date }) {
  if (!at) return <State look="review">Chưa kiểm kê lần nào</State>
  const words = longTime(at)
  return isToday(at, now) ? (
    <State look="good">{`Đã kiểm kê hôm nay: ${words}`}</State>
  ) : (
    <State look="review">{`Hôm nay chưa kiểm kê, lần cuối ${words}`}</State>
  )
}

const unitColumns = (now: Date): Column<UnitCounted>[] => [
  { head: 'Đơn vị', cell: ({ name }) => name },
  { head: 'Kiểm kê', cell: unit => <LastCounted unit={unit} now={now} /> },
  { head: 'Đang giữ', cell: ({ held }) => <Count n={held} word="bưu gửi đang giữ" />, isNumeric: true },
  {
    head: 'Còn thiếu',
    cell: ({ short }) =>
      short ? (
        <a class="govuk-link" href="/staff/control#reviews">
          {short} <span class="bt-narrow-only">còn thiếu</span>
        </a>
      ) : (
        <Count n={0} word="còn thiếu" />
      ),
    isNumeric: true,
  },
]

/** On a phone the headings of the columns are gone: the word stays with its number. */
const Count = ({ n, word }: { n: number; word: string }) => (
  <>
    {n} <span class="bt-narrow-only">{word}</span>
  </>
)

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
