import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Form } from '../parts/form.tsx'
import { TextArea } from '../parts/text-area.tsx'

type Props = { frame: Frame; id: string; values: Record<string, string>; errors: readonly FieldError[] }

/** Scanning, again and again, and closing when the cupboard is done. */
export function CountForms({ frame, id, values, errors }: Props) {
  const field = fieldsOf({ values, errors })
  return (
    <div class="bt-columns">
      <Form frame={frame} action={`/staff/stock/${id}/codes`} id="codes-form">
        <TextArea
          {...field('codes')}
          label="Mã bưu gửi trong tủ"
          labelSize="m"
          hint="Quét từng nhãn, mỗi dòng một mã. Túi đã niêm phong thì quét mã túi. Gửi nhiều lần được."
          rows={6}
          autofocus={!errors.length}
          spellcheck={false}
        />
        <Button>Ghi các mã này</Button>
      </Form>
      <Form frame={frame} action={`/staff/stock/${id}/closing`} id="closing">
        <Checkboxes
          {...field('is_empty')}
          legend="Đã quét hết tủ"
          legendSize="m"
          hint="Sau khi chốt mới thấy thiếu, thừa. Không sửa được nữa."
          choices={[{ value: 'yes', text: 'Tủ trống, không có bưu gửi nào' }]}
        />
        <Button look="secondary">Chốt kiểm kê</Button>
      </Form>
    </div>
  )
}
