import type { Frame } from '../../src/people/page.ts'
import type { Week } from '../../src/places/week.ts'
import type { PromiseData, UnitCalendar } from '../../src/promises/promise-data.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { levelWords } from '../control/words.ts'
import { State } from '../custody/shape.tsx'
import { formats } from '../format.ts'
import { StaffPage } from '../layout.tsx'
import { ButtonGroup, ButtonLink } from '../parts/button.tsx'
import type { Column } from '../parts/table.tsx'
import { ImportedBanner } from './imported-banner.tsx'
import { PolicyTable } from './policy-table.tsx'
import { dayWords, hearerWords } from './promise-words.ts'
import { SheetLinks } from './sheet-links.tsx'
import { weekInWords } from './week-words.ts'

type Props = PromiseData & { frame: Frame; done: string | undefined }

/** What promises stand on: how long, by which hours, on which days, who hears of it, and what else is watched. */
export function PromisesPage({ frame, done, year, ...data }: Props) {
  const { policies, calendars, unitCalendars, holidays, hearers, watches } = data
  return (
    <StaffPage
      frame={frame}
      title="Thời hạn, lịch và ngày nghỉ"
      caption="Quản trị"
      styles={['work.css']}
      banner={<ImportedBanner done={done} />}
    >
      <ButtonGroup>
        <ButtonLink href="/staff/admin/promises/timetable">Bảng giờ</ButtonLink>
        <ButtonLink look="secondary" href="/staff/admin">
          Quay lại
        </ButtonLink>
      </ButtonGroup>
      <Section id="policies" title="Thời hạn đã hứa">
        <SheetLinks name="promise_policies" />
        <PolicyTable policies={policies} />
      </Section>
      <Section id="calendars" title="Ba lịch làm việc">
        <SheetLinks name="calendars" />
        <RowTable caption="Mặc định" columns={calendarColumns} rows={calendars} none="Chưa có lịch nào." />
        <SheetLinks name="unit_calendars" />
        <RowTable
          caption="Đơn vị có giờ riêng"
          columns={ownColumnsWith(calendars)}
          rows={unitCalendars}
          none="Chưa đơn vị nào có giờ riêng."
        />
      </Section>
      <Section id="holidays" title={`Ngày nghỉ ${year} và ${year + 1}`}>
        <SheetLinks name="holidays" />
        <RowTable caption="Nghỉ và làm bù" columns={holidayColumns} rows={holidays} none="Chưa ghi ngày nào." />
      </Section>
      <Section id="hearers" title="Ai nghe cảnh báo">
        <SheetLinks name="hearers" />
        <RowTable caption="Theo mức" columns={hearerColumnsWith(hearers)} rows={levels} none="Chưa ai nghe." />
      </Section>
      <Section id="watches" title="Khi nào báo việc bị quên">
        <SheetLinks name="watch_settings" />
        <RowTable caption="Báo khi quá" columns={watchColumns} rows={watches} none="Chưa theo dõi việc nào." />
      </Section>
    </StaffPage>
  )
}

const Verified = ({ is }: { is: boolean }) =>
  is ? <State look="good">Đã xác nhận</State> : <State look="review">Chưa xác nhận</State>

const Hours = ({ of }: { of: Week }) => (
  <>
    {weekInWords(of).map(line => (
      <div>{line}</div>
    ))}
  </>
)

type Calendar = PromiseData['calendars'][number]
const calendarColumns: Column<Calendar>[] = [
  { head: 'Lịch', cell: ({ name }) => name },
  { head: 'Giờ', cell: ({ hours }) => <Hours of={hours as Week} /> },
  { head: 'Ngày lễ', cell: ({ keeps_holidays }) => (keeps_holidays ? 'nghỉ' : 'vẫn chạy') },
  { head: 'Nguồn', cell: ({ is_verified }) => <Verified is={is_verified} /> },
]

const ownColumnsWith = (calendars: readonly Calendar[]): Column<UnitCalendar>[] => [
  { head: 'Đơn vị', cell: ({ unit }) => unit },
  { head: 'Lịch', cell: ({ calendar }) => calendars.find(({ id }) => id === calendar)?.name },
  { head: 'Giờ', cell: ({ hours }) => <Hours of={hours as Week} /> },
  { head: 'Nguồn', cell: ({ is_verified }) => <Verified is={is_verified} /> },
]

const holidayColumns: Column<PromiseData['holidays'][number]>[] = [
  { head: 'Ngày', cell: ({ day }) => formats.vi.date(day) },
  { head: 'Tên', cell: ({ name }) => name },
  { head: 'Là', cell: ({ kind }) => dayWords[kind] },
  { head: 'Nguồn', cell: ({ is_verified }) => <Verified is={is_verified} /> },
]

type Hearer = PromiseData['hearers'][number]
const levels = Object.keys(levelWords) as Hearer['level'][]

const watchColumns: Column<PromiseData['watches'][number]>[] = [
  { head: 'Quá', cell: ({ amount, meaning }) => `${amount} ${meaning}` },
]

const hearerColumnsWith = (hearers: readonly Hearer[]): Column<Hearer['level']>[] => [
  { head: 'Mức', cell: level => levelWords[level].word },
  {
    head: 'Ai nghe',
    cell: level =>
      hearers
        .filter(one => one.level === level)
        .map(({ hearer }) => hearerWords[hearer])
        .join(', ') || 'không ai',
  },
]
