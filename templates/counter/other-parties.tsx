import { Details } from '../parts/details.tsx'
import { TextField } from '../parts/text-field.tsx'
import { type FormProps, isFilled } from './form-props.ts'
import { AddressFields, IdentityFields, PhoneField } from './party-fields.tsx'

const typed = ['name', 'phone', 'id_number', 'address.line', 'address.unit_code']

/** Who hands the dossier in and who gets the result, where that is somebody else. Folded away: mostly it is nobody else. */
export function OtherParties(form: FormProps) {
  return (
    <>
      {!form.isDesk && (
        <OtherParty form={form} part="submitter" summary="Người khác nộp thay" label="Họ tên người nộp" />
      )}
      <OtherParty
        form={form}
        part="receiver"
        summary="Người khác nhận kết quả, hoặc nhận ở địa chỉ khác"
        label="Họ tên người nhận"
      />
    </>
  )
}

type Props = { form: FormProps; part: 'submitter' | 'receiver'; summary: string; label: string }

function OtherParty({ form, part, summary, label }: Props) {
  const { field, districts } = form
  return (
    <Details summary={summary} isOpen={isFilled(typed.map(name => field(`${part}.${name}`)))}>
      <div class="bt-pair">
        <TextField {...field(`${part}.name`)} label={label} autocomplete="off" spellcheck={false} />
        <PhoneField field={field} part={part} />
      </div>
      <IdentityFields field={field} part={part} />
      {part === 'receiver' && (
        <>
          <p class="govuk-hint">Để trống địa chỉ nếu nhận ở địa chỉ của chủ hồ sơ.</p>
          <AddressFields field={field} part={part} districts={districts} />
        </>
      )}
    </Details>
  )
}
