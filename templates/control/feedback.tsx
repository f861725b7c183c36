import type { FeedbackFigures } from '../../src/promises/feedback-figures.ts'
import { State } from '../custody/shape.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Section } from './section.tsx'

/** What people say of us, and whether what we say reaches them. */
export function Feedback({ dead, held_up, answers, average, satisfied, had_to_call }: FeedbackFigures) {
  return (
    <Section id="feedback" title="Người dân nói gì, tin có đến không">
      <SummaryList
        rows={[
          { label: 'Ý kiến 30 ngày qua', value: answers ? `${answers} phiếu` : 'Chưa có phiếu nào' },
          answers ? { label: 'Điểm trung bình', value: `${average?.toLocaleString('vi-VN')} trên 5` } : null,
          answers ? { label: 'Hài lòng trở lên', value: share(satisfied, answers) } : null,
          answers ? { label: 'Phải gọi hoặc đi hỏi', value: share(had_to_call, answers) } : null,
          { label: 'Tin không báo được', value: <Dead dead={dead} /> },
          held_up ? { label: 'Tin chờ quá giờ', value: <State look="review">{`${held_up} tin`}</State> } : null,
        ]}
      />
    </Section>
  )
}

const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)} % (${part} trên ${whole})`

const Dead = ({ dead }: { dead: number }) => (
  <a class="govuk-link" href="/staff/messages">
    {dead ? `${dead} tin cần xem` : 'Không có'}
  </a>
)
