import { idKinds } from '../../src/dossiers/options.ts'
import { choicesOf } from '../parts/choices.ts'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'
import { CommuneSelect } from './commune-select.tsx'
import type { FormProps } from './form-props.ts'

type Part = { part: 'applicant' | 'submitter' | 'receiver' }
type PartFields = Part & Pick<FormProps, 'field'>

/** The paper somebody shows. A card's code may be scanned into the number: it has all of it in one line. */
export function IdentityFields({ field, part, canScan }: PartFields & { canScan?: boolean }) {
  return (
    <div class="bt-pair">
      <TextField
        {...field(`${part}.id_number`)}
        label="Số giấy tờ"
        hint={canScan ? 'Quét mã QR trên thẻ căn cước, hoặc gõ số.' : undefined}
        autocomplete="off"
        spellcheck={false}
        data-identity-card={part}
      />
      <Select {...field(`${part}.id_kind`)} label="Loại giấy tờ" choices={choicesOf(idKinds)} />
    </div>
  )
}

export const PhoneField = ({ field, part }: PartFields) => (
  <TextField {...field(`${part}.phone`)} label="Số điện thoại" type="tel" autocomplete="off" width={20} />
)

type AddressProps = PartFields & Pick<FormProps, 'districts'>

/** An address in the province: the line as it is written, the commune as it is known. */
export const AddressFields = ({ field, part, districts }: AddressProps) => (
  <div class="bt-pair">
    <TextField
      {...field(`${part}.address.line`)}
      label="Số nhà, đường; hoặc thôn, tổ"
      autocomplete="off"
      spellcheck={false}
    />
    <CommuneSelect {...field(`${part}.address.unit_code`)} districts={districts} />
  </div>
)
