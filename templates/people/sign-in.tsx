import type { Frame } from '../../src/people/page.ts'
import { fieldsOf, type Sent } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Form, Hidden } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = { frame: Frame; next: string; sent?: Sent; news?: string | undefined }

const words = new Map([
  ['set-up', 'Đã đặt mật khẩu. Mời đăng nhập.'],
  ['idle', 'Lâu không thao tác nên phiên đã hết. Mời đăng nhập lại.'],
  ['unsent', 'Lâu không thao tác nên phiên đã hết, việc vừa gửi chưa được ghi. Mời đăng nhập rồi làm lại.'],
])

/** Where staff sign in. The password is never shown again, not even after a mistake. */
export function SignInPage({ frame, next, sent = {}, news = '' }: Props) {
  const field = fieldsOf(sent)
  const said = words.get(news)
  const banner = said && <NotificationBanner isSuccess={news === 'set-up'}>{said}</NotificationBanner>
  return (
    <StaffPage frame={frame} title="Đăng nhập" errors={sent.errors} banner={banner}>
      <div class="bt-narrow">
        <Form frame={frame} action="/staff/sign-in">
          <Hidden name="next" value={next} />
          <TextField
            {...field('username')}
            label="Tên đăng nhập"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
          />
          <TextField {...field('password')} value="" type="password" label="Mật khẩu" autocomplete="current-password" />
          <Button>Đăng nhập</Button>
        </Form>
        <p class="govuk-body">Quên mật khẩu? Xin người quản trị của đơn vị cấp liên kết đặt lại.</p>
      </div>
    </StaffPage>
  )
}
