import { roles } from '../../src/people/roles.ts'
import type { Field } from '../fields.ts'
import { choicesOf } from '../parts/choices.ts'
import { Select } from '../parts/select.tsx'

type Props = { field: (name: string) => Field; units: readonly { value: string; text: string }[] }

/** A role, and where it is held. */
export const AssignmentFields = ({ field, units }: Props) => (
  <>
    <Select {...field('role')} label="Vai trò" choices={choicesOf(roles)} none="Chọn vai trò" />
    <Select
      {...field('unit')}
      label="Đơn vị"
      hint="Quản trị, kiểm tra và đường dây nóng không thuộc đơn vị nào."
      choices={units}
      none="Không thuộc đơn vị"
    />
  </>
)
