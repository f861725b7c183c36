import type { Knex } from 'knex'
import { z } from 'zod'
import { invalid } from '../kit/errors.ts'
import { line } from '../kit/fields.ts'
import type { IsoDate } from '../kit/time.ts'
import { isOpenOn } from '../places/queries.ts'
import type { UnitKind } from './actor.ts'
import { type Role, roleNames } from './roles.ts'

/** Where a role is held. */
const places: Record<Role, readonly UnitKind[]> = {
  clerk: ['post_office'],
  courier: ['post_office'],
  driver: ['post_office'],
  officer: ['police_unit'],
  supervisor: ['post_office', 'police_unit'],
  hotline: [],
  admin: [],
  auditor: [],
}

/** A role at a unit, as an administrator's form sends it. */
export const assignmentForm = z.object({ role: z.enum(roleNames, 'Xin chọn vai trò.'), unit: z.string() })
export type NewAssignment = z.output<typeof assignmentForm>

/** A person's account, as an administrator's form sends it. */
export const personForm = assignmentForm.extend({
  name: line(120),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,40}$/, 'Dùng 2 đến 41 chữ thường không dấu, số, dấu chấm hoặc gạch.'),
})
export type NewPerson = z.output<typeof personForm>

/** The unit at which the role is held, or null where the role has none. Throws invalid when they do not go together. */
export async function unitFor(db: Knex, { role, unit }: NewAssignment, day: IsoDate): Promise<string | null> {
  const kinds = places[role]
  if (!kinds.length) return null
  const found = await db('units').where({ id: unit }).whereIn('kind', kinds).where(isOpenOn(day)).first('id')
  if (!found) throw invalid([{ pointer: '/unit', detail: wishes[kinds.length === 1 ? (kinds[0] ?? 'any') : 'any'] }])
  return found.id
}

const wishes = {
  post_office: 'Vai trò này làm việc ở bưu cục. Xin chọn bưu cục.',
  police_unit: 'Vai trò này làm việc ở đơn vị công an. Xin chọn đơn vị công an.',
  any: 'Xin chọn đơn vị.',
}
