import type { Frame } from '../../src/people/page.ts'
import { StaffPage } from '../layout.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { WarningText } from '../parts/warning-text.tsx'

type Props = { frame: Frame; title: string; person: { id: string; name: string; username: string }; link: string }

/** A set-up link, shown this once: it is stored only as its hash. */
export const LinkPage = ({ frame, title, person: { id, name, username }, link }: Props) => (
  <StaffPage frame={frame} title={title} caption="Quản trị" styles={['work.css']}>
    <SummaryList
      rows={[
        { label: 'Họ và tên', value: name },
        { label: 'Tên đăng nhập', value: username },
      ]}
    />
    <h2 class="govuk-heading-m">Liên kết đặt mật khẩu</h2>
    <InsetText>
      <span class="bt-break" data-set-up-link>
        {link}
      </span>
    </InsetText>
    <WarningText>Liên kết chỉ hiện một lần. Dùng được một lần, trong 24 giờ.</WarningText>
    <p class="govuk-body">
      Đưa tận tay hoặc gửi qua kênh nội bộ cho {name}. Mất liên kết: tạo liên kết mới ở trang tài khoản.
    </p>
    <ButtonLink href={`/staff/admin/people/${id}`}>Đến tài khoản</ButtonLink>
  </StaffPage>
)
