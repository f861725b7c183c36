import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'

export type RangeFormProps = {
  frame: Frame
  offices: readonly { id: string; name: string }[]
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** A new grant. The post's own numbering says which serials; the check digit follows from them. */
export function RangeForm({ frame, offices, values, errors }: RangeFormProps) {
  const field = fieldsOf({ values: { prefix: 'PA', country: 'VN', ...values }, errors })
  const choices = offices.map(({ id, name }) => ({ value: id, text: `${id} ${name}` }))
  return (
    <Form frame={frame} action="/staff/admin/ranges">
      <h2 class="govuk-heading-m">Cấp dải mới</h2>
      <Select {...field('office')} label="Bưu cục" choices={choices} none="Chọn bưu cục" />
      <div class="bt-row">
        <TextField {...field('prefix')} label="Tiền tố" width={2} autocomplete="off" />
        <TextField {...field('country')} label="Mã nước" width={2} autocomplete="off" />
      </div>
      <div class="bt-row">
        <TextField {...field('first')} label="Số đầu" hint="Không kể số kiểm tra." width={10} inputmode="numeric" />
        <TextField {...field('last')} label="Số cuối" hint="Tính cả số này." width={10} inputmode="numeric" />
      </div>
      <ButtonGroup>
        <Button>Cấp dải mã</Button>
        <ButtonLink look="secondary" href="/staff/admin">
          Quay lại
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}
