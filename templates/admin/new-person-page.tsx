import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { TextField } from '../parts/text-field.tsx'
import { AssignmentFields } from './assignment-fields.tsx'

type Props = {
  frame: Frame
  units: readonly { value: string; text: string }[]
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** A new account: who, under which name they sign in, and what they do first. */
export function NewPersonPage({ frame, units, values, errors }: Props) {
  const field = fieldsOf({ values, errors })
  return (
    <StaffPage frame={frame} title="Tạo tài khoản" caption="Quản trị" errors={errors} styles={['work.css']}>
      <Form frame={frame} action="/staff/admin/people/new">
        <TextField {...field('name')} label="Họ và tên" width={30} autocomplete="off" spellcheck={false} />
        <TextField
          {...field('username')}
          label="Tên đăng nhập"
          hint="Chữ thường không dấu, số, dấu chấm. Ví dụ: mai.tran"
          width={20}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <AssignmentFields field={field} units={units} />
        <ButtonGroup>
          <Button>Tạo tài khoản</Button>
          <ButtonLink look="secondary" href="/staff/admin">
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}
