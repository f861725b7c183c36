import type { FieldError } from '../../src/kit/errors.ts'
import type { IsoDate } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import type { OnTime, PauseShare } from '../../src/reports/on-time.ts'
import { type Grouping, groupings } from '../../src/reports/options.ts'
import type { Spent } from '../../src/reports/time-spent.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { clockWords } from '../control/words.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Select } from '../parts/select.tsx'
import type { Column } from '../parts/table.tsx'
import { TextField } from '../parts/text-field.tsx'
import { spentWords } from './spent-words.ts'

type Props = {
  frame: Frame
  days: { from: IsoDate; to: IsoDate }
  errors: readonly FieldError[]
  by: Grouping
  kept: readonly OnTime[]
  pauses: readonly PauseShare[]
  spent: readonly Spent[]
}

/** Whether promises were kept, by both readings and both figures, and where the time went. */
export function OnTimePage({ frame, days, errors, by, kept, pauses, spent }: Props) {
  const field = fieldsOf({ values: { ...days, by }, errors })
  return (
    <StaffPage frame={frame} title="Đúng hẹn và thời gian" caption="Giám sát" errors={errors} styles={['work.css']}>
      <form method="get" action="/staff/control/report" class="bt-columns">
        <TextField {...field('from')} label="Từ ngày" type="date" width={10} />
        <TextField {...field('to')} label="Đến hết ngày" type="date" width={10} />
        <Select {...field('by')} label="Thời gian tính theo" choices={choicesOf(groupings)} />
        <Button>Xem</Button>
      </form>
      <Section id="kept" title="Lời hẹn bắt đầu trong kỳ">
        <p class="govuk-body">
          “Theo đồng hồ” tính cả thời gian chờ người nhận; “có trừ tạm dừng” thì không. Đang chạy mà quá hẹn là trễ, trừ
          khi đang tạm dừng.
        </p>
        <RowTable caption="Trễ nhiều nhất trước" columns={keptColumns} rows={kept} none="Không có lời hẹn nào." />
      </Section>
      <Section id="spent" title="Thời gian đã đi đâu">
        <RowTable caption={groupings[by]} columns={spentColumns(by)} rows={spent} none="Không có bưu gửi nào." />
      </Section>
      <Section id="pauses" title="Tạm dừng theo lời bưu tá">
        <RowTable caption="Nhiều nhất trước" columns={pauseColumns} rows={pauses} none="Không có lần tạm dừng nào." />
      </Section>
    </StaffPage>
  )
}

const share = (part: number, { kept, late }: OnTime) => {
  const ended = kept + late
  return ended ? `${part} (${Math.round((100 * part) / ended)} %)` : '0'
}

const keptColumns: Column<OnTime>[] = [
  {
    head: 'Lời hẹn',
    cell: ({ clock, reading, is_binding }) => (
      <>
        {clockWords[clock]}
        <br />
        <span class="bt-small">
          {reading}
          {!is_binding && ' (để đối chiếu)'}
        </span>
      </>
    ),
  },
  { head: 'Nơi chịu trách nhiệm', cell: ({ unit }) => unit },
  { head: 'Đúng hẹn theo đồng hồ', cell: row => share(row.kept_by_wall, row), isNumeric: true },
  { head: 'Có trừ tạm dừng', cell: row => share(row.kept, row), isNumeric: true },
  { head: 'Trễ', cell: ({ late }) => late, isNumeric: true },
  { head: 'Đang chạy', cell: ({ running }) => running, isNumeric: true },
]

const minutes = (n: number) => span(Math.round(n) * 60_000)

const spentColumns = (by: Grouping): Column<Spent>[] => [
  { head: groupings[by], cell: ({ name }) => spentWords(by, name) },
  { head: 'Bưu gửi', cell: ({ parcels }) => parcels, isNumeric: true },
  { head: 'Tổng số giờ', cell: ({ hours }) => Math.round(hours), isNumeric: true },
  { head: 'Một nửa trong vòng', cell: ({ median_minutes }) => minutes(median_minutes), isNumeric: true },
  { head: 'Một phần mười lâu hơn', cell: ({ slow_minutes }) => minutes(slow_minutes), isNumeric: true },
]

const pauseColumns: Column<PauseShare>[] = [
  {
    head: 'Bưu tá',
    cell: ({ name, unit }) => (
      <>
        {name}
        <br />
        <span class="bt-small">{unit}</span>
      </>
    ),
  },
  { head: 'Số lần', cell: ({ pauses }) => pauses, isNumeric: true },
  { head: 'Số giờ', cell: ({ hours }) => Math.round(hours), isNumeric: true },
  { head: 'Đã phát', cell: ({ deliveries }) => deliveries, isNumeric: true },
]
