import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import type { CountOnScreen } from '../../src/stock/count-on-screen.ts'
import { countStates } from '../../src/stock/options.ts'
import { StaffPage } from '../layout.tsx'
import { newsOf } from '../news.ts'
import { ButtonLink } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { CountForms } from './count-forms.tsx'
import { CountResult } from './count-result.tsx'
import { ScannedCodes } from './scanned-codes.tsx'

type Props = CountOnScreen & {
  frame: Frame
  now: Date
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

/** Nothing is announced of codes: the banner would take the focus from the scanner. */
const news: Record<string, string> = { closing: 'Đã chốt. Lần kiểm kê này không đổi được nữa.' }

/** One count: while it is open what was scanned, afterwards what was short and over. */
export function CountPage({ frame, now, count, codes, unknown, record, over, may, values, errors, done }: Props) {
  const said = errors.length ? undefined : newsOf(news, done)
  const isLeft = count.state === 'abandoned'
  return (
    <StaffPage
      frame={frame}
      title={count.unit_name}
      caption="Kiểm kê tồn"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      <Facts count={count} scanned={codes.length} />
      {isLeft && <p class="govuk-body">Không ai chốt trong 2 giờ. Xin mở lần mới.</p>}
      {may.count && <CountForms frame={frame} id={count.id} values={values} errors={errors} />}
      {record && <CountResult record={record} over={over} now={now} />}
      <ScannedCodes codes={codes} unknown={unknown} />
      <ButtonLink look="secondary" href="/staff/stock">
        Về danh sách kiểm kê
      </ButtonLink>
    </StaffPage>
  )
}

function Facts({ count, scanned }: { count: CountOnScreen['count']; scanned: number }) {
  const { id, number, state, opened_at, opened_by, closed_at, closed_by } = count
  return (
    <>
      <SummaryList
        rows={[
          number ? { label: 'Số biên bản', value: <span class="bt-code">{number}</span> } : null,
          { label: 'Tình trạng', value: countStates[state] },
          { label: 'Bắt đầu', value: `${longTime(opened_at)}, ${opened_by}` },
          closed_at && { label: 'Chốt lúc', value: `${longTime(closed_at)}, ${closed_by}` },
          { label: 'Đã quét', value: `${scanned} mã` },
        ]}
      />
      {closed_at && (
        <ButtonLink look="secondary" href={`/staff/stock/${id}/record.pdf`}>
          In biên bản kiểm kê
        </ButtonLink>
      )}
    </>
  )
}
