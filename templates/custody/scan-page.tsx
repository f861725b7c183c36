import type { InHand } from '../../src/custody/in-hand.ts'
import type { ScanLine } from '../../src/custody/scan-lines.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { StaffPage } from '../layout.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { InHandTable } from './in-hand-table.tsx'
import { LastScans } from './last-scans.tsx'
import { ScanForm, type ScanFormProps } from './scan-form.tsx'
import { Verdicts } from './verdicts.tsx'

type Props = Omit<ScanFormProps, 'errors'> & {
  frame: Frame
  errors?: FieldError[]
  /** What has just been sent. */
  sent?: readonly ScanLine[]
  /** The number of the form that this page answers: without it, a script does not believe that the scans arrived. */
  answers?: string | undefined
  last: readonly ScanLine[]
  inHand: readonly InHand[]
  isUndone?: boolean
  hotline: string
  now: Date
}

/** The scan station. What is below `data-live` is exchanged by the script after each scan; without it, by the next page. */
export function ScanPage({ errors = [], sent = [], answers, last, inHand, isUndone, hotline, now, ...form }: Props) {
  const { frame } = form
  return (
    <StaffPage
      frame={frame}
      title="Bàn quét"
      errors={errors}
      styles={['work.css']}
      scripts={['scan.js']}
      banner={
        isUndone && <NotificationBanner isSuccess>Đã hủy lần quét. Bưu gửi trở lại như trước đó.</NotificationBanner>
      }
    >
      <div id="outcome" data-live data-request={answers} class="bt-outcome" role="status">
        <Verdicts sent={sent} />
      </div>
      <dialog class="bt-stop" aria-labelledby="stop">
        <h2 class="govuk-heading-l" id="stop">
          Dừng lại
        </h2>
        <div class="govuk-body-l" data-stop-words />
        <button type="button" class="govuk-button govuk-button--warning" data-stop-close>
          Đã hiểu (phím F9)
        </button>
      </dialog>
      <div class="bt-columns">
        <div>
          <ScanForm {...form} errors={errors} />
        </div>
        <div id="last" data-live>
          <LastScans last={last} now={now} />
        </div>
      </div>
      <div id="in-hand" data-live>
        <InHandTable inHand={inHand} now={now} />
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href="/staff/scan/paper">
          Nhập lại việc đã ghi trên giấy
        </a>
      </p>
      <p class="govuk-body-s">Bưu gửi sai, hỏng hoặc không quét được: gọi {hotline}.</p>
    </StaffPage>
  )
}
