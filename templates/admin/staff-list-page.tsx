import type { Frame } from '../../src/people/page.ts'
import { roles } from '../../src/people/roles.ts'
import type { StaffMember } from '../../src/people/staff.ts'
import { Pages } from '../control/pages.tsx'
import { RowTable } from '../control/row-table.tsx'
import { State } from '../custody/shape.tsx'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { SearchForm } from '../parts/form.tsx'
import type { Column } from '../parts/table.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = { frame: Frame; q: string; members: readonly StaffMember[]; total: number; page: number; pages: number }

/** Who has an account, what they do, and whether it is open. */
export const StaffListPage = ({ frame, q, members, total, page, pages }: Props) => (
  <StaffPage frame={frame} title="Quản trị" styles={['work.css']}>
    <ButtonGroup>
      <ButtonLink href="/staff/admin/people/new">Tạo tài khoản</ButtonLink>
      <ButtonLink look="secondary" href="/staff/admin/ranges">
        Dải mã bưu gửi
      </ButtonLink>
      <ButtonLink look="secondary" href="/staff/admin/messages">
        Tin nhắn
      </ButtonLink>
      <ButtonLink look="secondary" href="/staff/admin/promises">
        Thời hạn, lịch, ngày nghỉ, bảng giờ
      </ButtonLink>
    </ButtonGroup>
    <SearchForm action="/staff/admin">
      <div class="bt-search">
        <TextField id="q" name="q" value={q} label="Tìm theo họ tên hoặc tên đăng nhập" type="search" width={20} />
        <Button look="secondary">Tìm</Button>
      </div>
    </SearchForm>
    <RowTable caption={`${total} tài khoản`} columns={columns} rows={members} none="Không có tài khoản nào như vậy." />
    <Pages page={page} pages={pages} path="/staff/admin" query={q ? { q } : {}} />
  </StaffPage>
)

const columns: Column<StaffMember>[] = [
  {
    head: 'Họ tên',
    cell: ({ id, name, username }) => (
      <>
        <a class="govuk-link" href={`/staff/admin/people/${id}`}>
          {name}
        </a>
        <br />
        <span class="bt-small">{username}</span>
      </>
    ),
  },
  {
    head: 'Vai trò',
    cell: ({ assignments }) =>
      assignments.length
        ? assignments.map(({ role, unit_name }) => (
            <div>{unit_name ? `${roles[role]}, ${unit_name}` : roles[role]}</div>
          ))
        : 'Không còn vai trò',
  },
  { head: 'Tài khoản', cell: member => <AccountState member={member} /> },
]

/** Closed, waiting for its first password, or in use. */
export function AccountState({ member: { disabled_at, is_set_up } }: { member: StaffMember }) {
  if (disabled_at) return <State look="bad">Đã khóa</State>
  return is_set_up ? <State look="good">Đang dùng</State> : <State look="late">Chờ đặt mật khẩu</State>
}
