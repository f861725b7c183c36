import type { ComponentChildren } from 'preact'
import { envelopes } from '../../src/dossiers/options.ts'
import { decisions } from '../../src/dossiers/status.ts'
import { fieldsOf } from '../fields.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { decisionFields } from './decision-fields.tsx'
import type { DossierProps } from './dossier-page.tsx'
import { LookupFields, ParcelFields } from './parcel-form.tsx'
import { RefundFields, RefundPaymentFields } from './refund.tsx'

/** What this person can do about the dossier now. The first is what mostly comes next: it stands open. */
export function DecisionForms(page: DossierProps) {
  const { decisions: open, parcelToMake, refundDeeds, may } = page
  if (!open.length && !parcelToMake && !may.reissue && !refundDeeds.ask && !refundDeeds.pay) return null
  const form = { ...page, field: fieldsOf(page) }
  return (
    <section class="bt-decisions" aria-labelledby="decisions-heading">
      <h2 class="govuk-heading-m" id="decisions-heading">
        Việc có thể làm
      </h2>
      {parcelToMake && (
        <SmallForm page={page} name="parcel" path="parcels" label={envelopes[parcelToMake]} isFirst>
          <ParcelFields {...form} purpose={parcelToMake} />
        </SmallForm>
      )}
      {open.map(({ decision, path }, i) => {
        const Fields = decisionFields[decision]
        return (
          <SmallForm
            page={page}
            name={decision}
            path={path}
            label={decisions[decision].label}
            isFirst={!parcelToMake && i === 0}
          >
            <Fields {...form} />
          </SmallForm>
        )
      })}
      {refundDeeds.pay && (
        <SmallForm page={page} name="refund_payment" path="refund/payment" label="Ghi nhận đã hoàn tiền">
          <RefundPaymentFields {...form} />
        </SmallForm>
      )}
      {refundDeeds.ask && (
        <SmallForm page={page} name="refund" path="refund" label="Ghi khoản cần hoàn">
          <RefundFields {...form} />
        </SmallForm>
      )}
      {may.reissue && (
        <SmallForm page={page} name="lookup_code" path="lookup-code" label="Cấp lại mã tra cứu">
          <LookupFields {...form} />
        </SmallForm>
      )}
    </section>
  )
}

type SmallFormProps = {
  page: DossierProps
  name: string
  path: string
  label: string
  isFirst?: boolean
  children: ComponentChildren
}

function SmallForm({ page, name, path, label, isFirst = false, children }: SmallFormProps) {
  const { frame, reference, values, errors } = page
  const isSent = Object.keys(values).some(field => field.startsWith(`${name}.`))
  const isOpen = errors.length ? isSent : isFirst
  return (
    <Details summary={label} isOpen={isOpen}>
      <Form frame={frame} action={`/staff/dossiers/${reference}/${path}`}>
        <Hidden name="request_id" value={values['request_id'] ?? ''} />
        {children}
        <Button look={isFirst ? undefined : 'secondary'}>{label}</Button>
      </Form>
    </Details>
  )
}
