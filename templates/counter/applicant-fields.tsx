import { Details } from '../parts/details.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'
import { type FormProps, isFilled } from './form-props.ts'
import { AddressFields, IdentityFields, PhoneField } from './party-fields.tsx'

/** Whose dossier it is. The number comes first: a scanned card fills what follows. */
export function ApplicantFields(form: FormProps) {
  const { field } = form
  return (
    <section class="bt-section" aria-labelledby="applicant-heading">
      <h2 class="govuk-heading-m" id="applicant-heading">
        Chủ hồ sơ
      </h2>
      <Radios {...field('applicant.kind')} legend="Chủ hồ sơ là" variant="inline" choices={kinds} />
      <Organisation {...form} />
      <IdentityFields field={field} part="applicant" canScan />
      <div class="bt-pair">
        <TextField {...field('applicant.name')} label="Họ tên, hoặc tên đơn vị" autocomplete="off" spellcheck={false} />
        <PhoneField field={field} part="applicant" />
      </div>
      <AddressFields {...form} part="applicant" />
      {!form.isDesk && form.procedure.level !== 'province' && <DeskField {...form} />}
    </section>
  )
}

/** Within the province the address says which desk it is. */
const DeskField = ({ field, desks }: FormProps) => (
  <Details summary="Chủ hồ sơ ở ngoài tỉnh, hoặc nộp ở nơi khác" isOpen={isFilled([field('desk')])}>
    <Select
      {...field('desk')}
      label="Đơn vị công an tiếp nhận"
      none="Theo địa chỉ của chủ hồ sơ"
      choices={desks.map(({ id, name }) => ({ value: id, text: name }))}
    />
  </Details>
)

const kinds = [
  { value: 'person', text: 'Cá nhân' },
  { value: 'organisation', text: 'Đơn vị, tổ chức' },
]

/** Shown by the style sheet while an organisation is chosen, so that no script is needed. */
const Organisation = ({ field }: FormProps) => (
  <div class="bt-pair bt-only-organisation">
    <TextField {...field('applicant.tax_code')} label="Mã số thuế" inputmode="numeric" autocomplete="off" width={20} />
    <TextField {...field('applicant.representative')} label="Người đại diện" autocomplete="off" spellcheck={false} />
  </div>
)
