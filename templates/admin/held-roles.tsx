import { longDate } from '../../src/kit/time.ts'
import type { Frame } from '../../src/people/page.ts'
import { roles } from '../../src/people/roles.ts'
import type { HeldRole, StaffMember } from '../../src/people/staff.ts'
import { RowTable } from '../control/row-table.tsx'
import { Form } from '../parts/form.tsx'
import type { Column } from '../parts/table.tsx'

type Props = { frame: Frame; person: StaffMember }

/** What somebody does now, each with the way to end it. */
export const HeldRoles = ({ frame, person }: Props) => (
  <RowTable caption="Đang giữ" columns={columnsFor(frame)} rows={person.assignments} none="Không còn vai trò nào." />
)

const columnsFor = (frame: Frame): Column<HeldRole>[] => [
  { head: 'Vai trò', cell: ({ role }) => roles[role] },
  { head: 'Đơn vị', cell: ({ unit_name }) => unit_name ?? 'Toàn tỉnh' },
  { head: 'Từ', cell: ({ since }) => longDate(since) },
  {
    head: 'Việc',
    cell: ({ id, person_id, role, unit_name }) => (
      <Form frame={frame} action={`/staff/admin/people/${person_id}/assignments/${id}/end`}>
        <button type="submit" class="bt-link-button">
          Kết thúc
          <span class="govuk-visually-hidden"> vai trò {[roles[role], unit_name].filter(Boolean).join(', ')}</span>
        </button>
      </Form>
    ),
  },
]
