import { attemptMeasures, attemptReasons, leftWith } from '../../src/custody/reasons.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Form, Hidden } from '../parts/form.tsx'
import { Radios } from '../parts/radios.tsx'
import { TextField } from '../parts/text-field.tsx'
import { StopHead } from './stop-head.tsx'
import type { StopProps } from './stop-page.tsx'
import { StopParcels } from './stop-parcels.tsx'

/** Why it could not be delivered, what happens next, and whether a notice was left. */
export function AttemptPage({ frame, round, stop, values, errors }: StopProps) {
  const field = fieldsOf({ values: { left_with: '', ...values }, errors })
  const path = `/staff/rounds/${round.id}/stops/${stop.stop}`
  return (
    <StaffPage frame={frame} title="Chưa phát được" caption={stop.name} errors={errors} styles={['work.css']}>
      <StopHead stop={stop} />
      <Form frame={frame} action={`${path}/attempt`} id="attempted">
        <Hidden name="request_id" value={values['request_id'] ?? ''} />
        <StopParcels parcels={stop.left} field={field('codes')} />
        <Radios {...field('reason')} legend="Vì sao" legendSize="m" choices={choicesOf(attemptReasons)} />
        <Radios {...field('measure')} legend="Làm tiếp thế nào" legendSize="m" choices={choicesOf(attemptMeasures)} />
        <TextField {...field('again_on')} label="Hẹn phát lại ngày" type="date" width={10} />
        <TextField
          {...field('called_at')}
          label="Đã gọi điện cho người nhận lúc"
          hint="Có gọi điện hoặc có giấy mời thì thời gian chờ người nhận không tính là trễ."
          type="datetime-local"
          width={20}
        />
        <Radios
          {...field('left_with')}
          legend="Giấy mời"
          legendSize="m"
          hint="Lần thứ mấy hệ thống tự tính. Lần 2 cách lần 1 hai ngày làm việc."
          choices={[{ value: '', text: 'không để lại' }, ...choicesOf(leftWith)]}
        />
        <ButtonGroup>
          <Button>Ghi chưa phát được</Button>
          <ButtonLink look="secondary" href={path}>
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}
