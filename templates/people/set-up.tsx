import type { Frame } from '../../src/people/page.ts'
import { fieldsOf, type Sent } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = { frame: Frame; person: { name: string; username: string }; sent?: Sent }

/** Where a new colleague chooses the password that nobody else ever sees. */
export function SetUpPage({ frame, person, sent = {} }: Props) {
  const field = fieldsOf(sent)
  return (
    <StaffPage frame={frame} title="Đặt mật khẩu" errors={sent.errors}>
      <div class="bt-narrow">
        <p class="govuk-body">
          {person.name}, tên đăng nhập là <strong>{person.username}</strong>.
        </p>
        <Form frame={frame} action={frame.path}>
          <TextField
            {...field('password')}
            value=""
            type="password"
            label="Mật khẩu mới"
            hint="Ít nhất 12 ký tự. Một câu dễ nhớ tốt hơn một từ khó gõ."
            autocomplete="new-password"
          />
          <TextField
            {...field('repeated')}
            value=""
            type="password"
            label="Gõ lại mật khẩu"
            autocomplete="new-password"
          />
          <Button>Đặt mật khẩu</Button>
        </Form>
      </div>
    </StaffPage>
  )
}
