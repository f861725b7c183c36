import type { HandoverOnScreen, Tally } from '../../src/handovers/handover-on-screen.ts'
import { differenceKinds, directions, modes, states } from '../../src/handovers/options.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { newsOf } from '../news.ts'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'
import { AcceptanceForm } from './acceptance-form.tsx'
import { DifferenceList } from './difference-list.tsx'
import { ParcelTable } from './parcel-table.tsx'
import { partyWords } from './parties.ts'
import { TallyFigures } from './tally.tsx'

type Props = HandoverOnScreen & {
  frame: Frame
  now: Date
  tally: Tally | null
  /** Which of the page's forms was sent. */
  at: string
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  release: 'Đã ký giao. Bảng chờ bên nhận ký.',
  acceptance: 'Đã ký nhận. Bảng không đổi được nữa.',
  cancellation: 'Đã hủy bảng. Bưu gửi vẫn do bên giao giữ.',
  closing: 'Đã ghi lý do.',
}

/** One sheet with both sides: what is on it, and what this person may do with it. */
export function HandoverPage({ frame, handover, parcels, differences, may, tally, at, ...sent }: Props) {
  const { values, errors, done } = sent
  const said = newsOf(news, done)
  const ofForm = (name: string) => (at === name ? { values, errors } : { values: {}, errors: [] })
  const acceptance = fieldsOf(ofForm('acceptance'))
  return (
    <StaffPage
      frame={frame}
      title={handover.number}
      caption="Bảng giao nhận"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      <Facts handover={handover} />
      {tally && <TallyFigures tally={tally} />}
      {(may.accept || may.lend) && (
        <AcceptancePart isLent={!may.accept}>
          <AcceptanceForm
            frame={frame}
            id={handover.id}
            requestId={values['request_id'] ?? ''}
            field={acceptance}
            isLent={!may.accept}
          />
        </AcceptancePart>
      )}
      <DifferenceList
        frame={frame}
        title="Thiếu và thừa"
        kinds={differenceKinds}
        sides={{ giver: 'Bên giao', taker: 'Bên nhận' }}
        action={`/staff/handovers/${handover.id}/differences`}
        differences={differences}
        at={at}
        reason={values['reason']}
        errors={errors}
      />
      <ParcelTable parcels={parcels} />
      {may.cancel && <Cancellation frame={frame} id={handover.id} {...ofForm('cancellation')} />}
    </StaffPage>
  )
}

function AcceptancePart({ isLent, children }: { isLent: boolean; children: preact.ComponentChildren }) {
  return (
    <section aria-labelledby="accept">
      <h2 class="govuk-heading-m" id="accept">
        {isLent ? 'Người nhận ký trên máy này' : 'Ký nhận'}
      </h2>
      {children}
    </section>
  )
}

function Facts({ handover }: Pick<Props, 'handover'>) {
  const { giver, taker, state, direction, released_at, accepted_at, mode, paper_number, reservation } = handover
  const marks = [handover.is_self && 'tự giao nhận', handover.is_implicit && 'không có bảng giao'].filter(Boolean)
  const isSigned = released_at !== null || accepted_at !== null
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Tình trạng', value: states[state] },
          marks.length ? { label: 'Ghi trên bảng', value: marks.join(', ') } : null,
          { label: 'Bên giao', value: partyWords(giver) },
          { label: 'Bên nhận', value: partyWords(taker) },
          { label: 'Chiều', value: directions[direction] },
          released_at && { label: 'Giao lúc', value: longTime(released_at) },
          accepted_at && { label: 'Nhận lúc', value: longTime(accepted_at) },
          mode && { label: 'Cách nhận', value: paper_number ? `${modes[mode]}, số ${paper_number}` : modes[mode] },
          reservation ? { label: 'Nhận có bảo lưu', value: reservation } : null,
        ]}
      />
      {isSigned && (
        <ButtonLink look="secondary" href={`/staff/handovers/${handover.id}/sheet.pdf`}>
          In bảng kê giao nhận
        </ButtonLink>
      )}
    </>
  )
}

type CancellationProps = {
  frame: Frame
  id: string
  values: Record<string, string>
  errors: readonly FieldError[]
}

function Cancellation({ frame, id, values, errors }: CancellationProps) {
  const { error, value } = fieldsOf({ values, errors })('reason')
  return (
    <Details summary="Hủy bảng này" isOpen={errors.length > 0}>
      <Form frame={frame} action={`/staff/handovers/${id}/cancellation`}>
        <TextField
          id={error ? 'reason' : 'reason-cancel'}
          name="reason"
          value={value}
          error={error}
          label="Vì sao hủy"
        />
        <Button look="warning">Hủy bảng</Button>
      </Form>
    </Details>
  )
}
