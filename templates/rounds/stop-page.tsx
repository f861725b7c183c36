import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { collectables } from '../../src/rounds/options.ts'
import type { Round } from '../../src/rounds/queries.ts'
import type { RoundLine } from '../../src/rounds/round-lines.ts'
import type { Stop } from '../../src/rounds/stops.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { StopHead } from './stop-head.tsx'
import { StopParcels } from './stop-parcels.tsx'
import { TakingFields } from './taking-fields.tsx'

export type StopProps = {
  frame: Frame
  round: Round
  stop: Stop<RoundLine>
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** At a door: who takes it and by what it is proven. The likely answers stand there already. */
export function StopPage({ frame, round, stop, values, errors }: StopProps) {
  const usual = { name: stop.name, collected: String(stop.to_collect ?? ''), 'means.kind': 'sheet' }
  const field = fieldsOf({ values: { ...usual, ...values }, errors })
  const path = `/staff/rounds/${round.id}/stops/${stop.stop}`
  const due = stop.papers.map(paper => collectables[paper])
  return (
    <StaffPage frame={frame} title={stop.name} caption={`Điểm phát ${stop.stop}`} errors={errors} styles={['work.css']}>
      <StopHead stop={stop} />
      {stop.left.length > 0 && (
        <>
          <ButtonLink look="secondary" href={`${path}/attempt`}>
            Chưa phát được
          </ButtonLink>
          <Form frame={frame} action={path} id="delivered">
            <Hidden name="request_id" value={values['request_id'] ?? ''} />
            <StopParcels parcels={stop.left} field={field('codes')} />
            <TakingFields field={field} hands={stop.hands} due={due} />
            <ButtonGroup>
              <Button>Ghi đã phát</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
      {stop.left.length === 0 && <p class="govuk-body">Điểm này không còn bưu gửi nào để báo.</p>}
      <ButtonLink look="secondary" href="/staff/round">
        Về chuyến phát
      </ButtonLink>
    </StaffPage>
  )
}
