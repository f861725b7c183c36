import { longTime } from '../../src/kit/time.ts'
import type { FoundPaper } from '../../src/openings/found-papers.ts'
import type { OpeningRecord } from '../../src/openings/opening-record.ts'
import { countWords, seals } from '../../src/openings/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { RowTable } from '../control/row-table.tsx'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { State } from '../custody/shape.tsx'
import { StaffPage } from '../layout.tsx'
import { ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import type { Column } from '../parts/table.tsx'

type Props = { frame: Frame; record: OpeningRecord; isNew: boolean }

/** What was found when the envelope was opened: it never changes. */
export function OpeningRecordPage({ frame, record, isNew }: Props) {
  const { code, differs, is_late, has_list, differences } = record
  return (
    <StaffPage frame={frame} title="Biên bản mở bưu gửi" caption="Bàn tiếp nhận" styles={['work.css']}>
      {isNew && <NotificationBanner isSuccess>Đã ghi biên bản mở bưu gửi.</NotificationBanner>}
      <p class="govuk-body-l">
        <ItemCodeText code={code} />
      </p>
      <p class="govuk-body">
        {differs ? <State look="review">Có chênh lệch</State> : <State look="good">Không có chênh lệch</State>}
        {is_late && <State look="review">Mở sau một ngày làm việc</State>}
      </p>
      <SummaryList rows={factsOf(record)} />
      {has_list && (
        <RowTable caption="Khác bảng kê" columns={columns} rows={differences} none="Giấy tờ đủ như bảng kê." />
      )}
      <ButtonGroup>
        <ButtonLink href={`/staff/desk/openings/${code}/opening.pdf`}>In biên bản</ButtonLink>
        <ButtonLink look="secondary" href="/staff/desk">
          Về bàn tiếp nhận
        </ButtonLink>
      </ButtonGroup>
    </StaffPage>
  )
}

const factsOf = ({ desk, opened_by, opened_at, taken_at, seal, remark, dossiers }: OpeningRecord) => [
  { label: 'Hồ sơ', value: dossiers.join(', ') },
  { label: 'Nơi mở', value: desk },
  { label: 'Nhận lúc', value: longTime(taken_at) },
  { label: 'Mở lúc', value: `${longTime(opened_at)}, ${opened_by}` },
  { label: 'Niêm phong', value: seals[seal] },
  ...(remark ? [{ label: 'Ghi chú', value: remark }] : []),
]

const columns: Column<FoundPaper>[] = [
  { head: 'Giấy tờ', cell: ({ dossier, document }) => `${dossier}: ${document}` },
  { head: 'Bảng kê', cell: ({ listed }) => countWords(listed) },
  { head: 'Đếm được', cell: ({ found }) => countWords(found) },
]
