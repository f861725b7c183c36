import type { Frame } from '../../src/people/page.ts'
import type { Leaving, UnitTimetable } from '../../src/promises/promise-data.ts'
import { RowTable } from '../control/row-table.tsx'
import { Section } from '../control/section.tsx'
import { StaffPage } from '../layout.tsx'
import { ButtonLink } from '../parts/button.tsx'
import type { Column } from '../parts/table.tsx'
import { ImportedBanner } from './imported-banner.tsx'
import { SheetLinks } from './sheet-links.tsx'
import { daysInWords, timeInWords } from './week-words.ts'

type Props = { frame: Frame; units: readonly UnitTimetable[]; done: string | undefined }

/** What leaves when, unit by unit: vans between offices, pick-ups at desks, rounds. */
export const TimetablePage = ({ frame, units, done }: Props) => (
  <StaffPage
    frame={frame}
    title="Bảng giờ"
    caption="Quản trị"
    styles={['work.css']}
    banner={<ImportedBanner done={done} />}
  >
    <SheetLinks name="departures" />
    {!units.length && <p class="govuk-body">Chưa có chuyến nào. Cảnh báo tạm tính theo phần thời gian đã qua.</p>}
    {units.map(({ id, name, lines }) => (
      <Section id={`unit-${id}`} title={name}>
        <RowTable caption={`Đi từ ${id}`} columns={columns} rows={lines} none="Không có chuyến nào." />
      </Section>
    ))}
    <ButtonLink look="secondary" href="/staff/admin/promises">
      Quay lại
    </ButtonLink>
  </StaffPage>
)

const columns: Column<Leaving>[] = [
  { head: 'Đến', cell: ({ to, to_unit }) => (to_unit === null ? 'Đi phát' : (to ?? to_unit)) },
  { head: 'Giờ', cell: ({ leaves, arrives }) => `${timeInWords(leaves)} → ${timeInWords(arrives)}` },
  { head: 'Ngày', cell: ({ days }) => daysInWords(days) },
  { head: 'Ngày lễ', cell: ({ on_holidays }) => (on_holidays ? 'có chạy' : 'không chạy') },
]
