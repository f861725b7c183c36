import type { ReviewItem } from '../../src/custody/queries.ts'
import type { Frame } from '../../src/people/page.ts'
import type { InHands } from '../../src/promises/control-queries.ts'
import type { FeedbackFigures } from '../../src/promises/feedback-figures.ts'
import type { BoardRow } from '../../src/promises/queries.ts'
import type { StandingCounts } from '../../src/promises/standing.ts'
import { StaffPage } from '../layout.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type AlertItem, Alerts } from './alerts.tsx'
import { Answer } from './answer.tsx'
import { Board } from './board.tsx'
import { Feedback } from './feedback.tsx'
import { Reviews } from './reviews.tsx'

type Page<Item> = { items: Item[]; next: string | null }

type Props = {
  frame: Frame
  now: Date
  standing: StandingCounts
  hands: readonly InHands[]
  /** Of when these figures are. */
  counted_at: Date
  rows: readonly BoardRow[]
  /** Promises that run. */
  total: number
  page: number
  pages: number
  alerts: Page<AlertItem>
  reviews: Page<ReviewItem>
  counts: { alerts: number; reviews: number }
  feedback: FeedbackFigures
  rights: { acknowledges: boolean; closes: boolean }
  done: string | undefined
}

const doneWords: Record<string, string> = {
  alert: 'Đã nhận xử lý cảnh báo.',
  review: 'Đã đóng mục xem xét.',
}

/** The answer first, then whose hands, then what asks for a person, then every promise by the time it has left. */
export function ControlPage({
  frame,
  now,
  standing,
  hands,
  counted_at,
  rows,
  total,
  page,
  pages,
  alerts,
  reviews,
  counts,
  feedback,
  rights,
  done,
}: Props) {
  const news = done ? doneWords[done] : undefined
  return (
    <StaffPage
      frame={frame}
      title="Giám sát"
      styles={['work.css']}
      banner={news && <NotificationBanner isSuccess>{news}</NotificationBanner>}
    >
      <Answer standing={standing} hands={hands} at={counted_at} />
      <Alerts alerts={alerts} total={counts.alerts} mayAcknowledge={rights.acknowledges} />
      <Reviews reviews={reviews} total={counts.reviews} mayClose={rights.closes} />
      <Board rows={rows} total={total} page={page} pages={pages} now={now} />
      <Feedback {...feedback} />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/staff/control/report">
            Đúng hẹn và thời gian trong tháng
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/staff/control/standstills">
            Bất khả kháng
          </a>
        </li>
      </ul>
    </StaffPage>
  )
}
