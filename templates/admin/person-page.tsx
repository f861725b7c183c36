import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import type { StaffMember } from '../../src/people/staff.ts'
import { Section } from '../control/section.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Form } from '../parts/form.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { AssignmentFields } from './assignment-fields.tsx'
import { HeldRoles } from './held-roles.tsx'
import { AccountState } from './staff-list-page.tsx'

type Props = {
  frame: Frame
  person: StaffMember
  /** One's own account cannot be closed. */
  isSelf: boolean
  units: readonly { value: string; text: string }[]
  values: Record<string, string>
  errors: readonly FieldError[]
  done: string | undefined
}

const doneWords: Record<string, string> = {
  added: 'Đã thêm vai trò.',
  ended: 'Vai trò đã kết thúc.',
  disabled: 'Đã khóa tài khoản. Các phiên đang mở đã đóng.',
  enabled: 'Đã mở khóa tài khoản.',
}

/** One account: what its person does, and the changes an administrator makes. */
export function PersonPage({ frame, person, isSelf, units, values, errors, done }: Props) {
  const news = done ? doneWords[done] : undefined
  const field = fieldsOf({ values, errors })
  const path = `/staff/admin/people/${person.id}`
  return (
    <StaffPage
      frame={frame}
      title={person.name}
      caption="Quản trị"
      errors={errors}
      styles={['work.css']}
      banner={news && <NotificationBanner isSuccess>{news}</NotificationBanner>}
    >
      <SummaryList
        rows={[
          { label: 'Tên đăng nhập', value: person.username },
          { label: 'Tài khoản', value: <AccountState member={person} /> },
        ]}
      />
      <Section id="roles" title="Vai trò">
        <HeldRoles frame={frame} person={person} />
        <Details summary="Thêm vai trò" isOpen={errors.length > 0}>
          <Form frame={frame} action={`${path}/assignments`}>
            <AssignmentFields field={field} units={units} />
            <Button look="secondary">Thêm vai trò</Button>
          </Form>
        </Details>
      </Section>
      <Section id="account" title="Tài khoản">
        {!person.disabled_at && (
          <Form frame={frame} action={`${path}/set-up-link`}>
            <Button look="secondary">Tạo liên kết đặt mật khẩu mới</Button>
          </Form>
        )}
        {!isSelf && <OpenOrClose frame={frame} person={person} path={path} />}
      </Section>
    </StaffPage>
  )
}

const OpenOrClose = ({ frame, person, path }: Pick<Props, 'frame' | 'person'> & { path: string }) =>
  person.disabled_at ? (
    <Form frame={frame} action={`${path}/enabling`}>
      <Button look="secondary">Mở khóa tài khoản</Button>
    </Form>
  ) : (
    <Form frame={frame} action={`${path}/disabling`}>
      <Button look="warning">Khóa tài khoản</Button>
      <p class="govuk-body-s">Khóa có hiệu lực ngay: các phiên đang mở đóng lại. Những gì đã ghi vẫn còn.</p>
    </Form>
  )
