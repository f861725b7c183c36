import type { FieldError } from '../../src/kit/errors.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import type { RoundOnScreen } from '../../src/rounds/round-on-screen.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { TextField } from '../parts/text-field.tsx'
import { PlanFields } from './plan-fields.tsx'
import { RoundResult } from './round-result.tsx'
import { StopTable } from './stop-table.tsx'

type Props = RoundOnScreen & {
  frame: Frame
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const news: Record<string, string> = {
  planned: 'Đã ghi vào chuyến phát.',
  closing: 'Đã chốt. Chuyến phát này không đổi được nữa.',
}

/** One round at its office: how it stands, more parcels, its closing; afterwards what did not agree. */
export function RoundPage({ frame, round, stops, record, late, may, values, errors, done }: Props) {
  const said = done === undefined || errors.length ? undefined : news[done]
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage
      frame={frame}
      title={round.courier}
      caption="Chuyến phát"
      errors={errors}
      styles={['work.css']}
      banner={said && <NotificationBanner isSuccess>{said}</NotificationBanner>}
    >
      <Facts round={round} stops={stops.length} late={late} />
      {record ? <RoundResult record={record} /> : <StopTable stops={stops} />}
      <div class="bt-columns">
        {may.plan && (
          <Form frame={frame} action={`/staff/rounds/${round.id}/parcels`} id="plan">
            <PlanFields field={field} />
            <Button look="secondary">Thêm vào chuyến</Button>
          </Form>
        )}
        {may.close && (
          <Form frame={frame} action={`/staff/rounds/${round.id}/closing`} id="closing">
            <TextField
              {...field('handed_in')}
              label="Tiền bưu tá nộp"
              labelSize="m"
              hint="Đếm tiền trước mặt bưu tá. Chỗ lệch được ghi lại. Chốt rồi không sửa được nữa."
              suffix="đ"
              inputmode="numeric"
              width={10}
            />
            <Button>Chốt chuyến phát</Button>
          </Form>
        )}
      </div>
    </StaffPage>
  )
}

function Facts({ round, stops, late }: { round: Props['round']; stops: number; late: number }) {
  const { id, number, unit_name, opened_at, closed_at, closed_by } = round
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Số chuyến', value: <span class="bt-code">{number}</span> },
          { label: 'Bưu cục', value: unit_name },
          { label: 'Mở lúc', value: longTime(opened_at) },
          closed_at && { label: 'Chốt lúc', value: `${longTime(closed_at)}, ${closed_by}` },
          { label: 'Điểm phát', value: String(stops) },
          late > 0 ? { label: 'Báo sau khi chốt', value: `${late} lần, không nằm trong biên bản` } : null,
        ]}
      />
      <ButtonGroup>
        <ButtonLink look="secondary" href={`/staff/rounds/${id}/sheet.pdf`}>
          In bản kê phát (BD13)
        </ButtonLink>
        {!closed_at && (
          <ButtonLink look="secondary" href={`/staff/rounds/${id}/notices.pdf`}>
            In giấy mời
          </ButtonLink>
        )}
        {closed_at && (
          <ButtonLink look="secondary" href={`/staff/rounds/${id}/closing.pdf`}>
            In biên bản chốt
          </ButtonLink>
        )}
      </ButtonGroup>
    </>
  )
}
