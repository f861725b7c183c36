import type { IntakeChoices } from '../../src/dossiers/intake-choices.ts'
import type { IntakePlan } from '../../src/dossiers/plan-intake.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Select } from '../parts/select.tsx'
import { ApplicantFields } from './applicant-fields.tsx'
import { DocumentRows } from './document-rows.tsx'
import { FeeFields } from './fee-fields.tsx'
import { NoIntake } from './no-intake.tsx'
import { OtherParties } from './other-parties.tsx'
import { ParcelFields } from './parcel-fields.tsx'
import { PortalFields } from './portal-fields.tsx'
import { ProcedureFacts } from './procedure-facts.tsx'
import { Quote } from './quote.tsx'
import { ServiceFields } from './service-fields.tsx'

export type IntakeProps = IntakeChoices & {
  frame: Frame
  base: string
  /** Where this clerk works; asked for where that is more than one place. */
  units: readonly { value: string; text: string }[]
  values: Record<string, string>
  errors: readonly FieldError[]
  /** What was worked out for what is typed, when the clerk asked for it. */
  plan?: IntakePlan | undefined
  /** An identity card was scanned into the form. */
  card?: 'read' | 'name bent' | undefined
}

/** One page from the papers to the postage, in the order of the talk at the counter. */
export function IntakePage(page: IntakeProps) {
  const { frame, base, procedure, unit, services, errors, values, plan } = page
  const isDesk = unit.kind === 'police_unit'
  return (
    <StaffPage
      frame={frame}
      title={procedure.name}
      caption={isDesk ? 'Ghi hồ sơ trả qua bưu điện' : 'Nhận hồ sơ'}
      errors={errors}
      banner={page.card && <NotificationBanner>{cardNews[page.card]}</NotificationBanner>}
      styles={['counter.css']}
      scripts={['intake.js']}
    >
      <ProcedureFacts {...page} />
      {services.length ? (
        <Form frame={frame} action={`${base}/new`} id="intake">
          <Hidden name="request_id" value={values['request_id'] ?? ''} />
          <Hidden name="procedure" value={procedure.key} />
          <Fields {...page} isDesk={isDesk} />
          <Quote plan={plan} usual={page.usualFees} services={services} procedure={procedure} />
          <ButtonGroup>
            <Button>{isDesk ? 'Ghi hồ sơ' : 'Nhận hồ sơ'}</Button>
            <Button look="secondary" formaction={`${base}/quote`}>
              Tính cước, xem nơi đến
            </Button>
          </ButtonGroup>
        </Form>
      ) : (
        <NoIntake procedure={procedure} isDesk={isDesk} />
      )}
    </StaffPage>
  )
}

function Fields({ isDesk, ...page }: IntakeProps & { isDesk: boolean }) {
  const form = { ...page, isDesk, field: fieldsOf(page) }
  return (
    <div class="bt-intake">
      {page.units.length > 1 && (
        <Select {...form.field('unit')} label="Nhận tại" none="Xin chọn" choices={page.units} />
      )}
      {isDesk ? <PortalFields {...form} /> : <DocumentRows {...form} />}
      <ApplicantFields {...form} />
      <OtherParties {...form} />
      <ServiceFields {...form} />
      <FeeFields {...form} />
      {!isDesk && <ParcelFields {...form} />}
    </div>
  )
}

const cardNews = {
  read: 'Đã đọc thẻ căn cước. Xin xem lại họ tên và chọn xã, phường.',
  'name bent': 'Đã đọc số căn cước, nhưng bộ gõ tiếng Việt làm sai họ tên. Xin gõ lại họ tên.',
}
