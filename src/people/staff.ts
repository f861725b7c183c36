import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { escapeLike } from '../kit/text.ts'
import type { Role } from './roles.ts'

export type HeldRole = { id: string; person_id: string; role: Role; unit_name: string | null; since: Date }
export type StaffMember = {
  id: string
  username: string
  name: string
  disabled_at: Date | null
  is_set_up: boolean
  assignments: HeldRole[]
}
type Asked = { q: string; limit: number; offset: number }

/** Accounts by name, with what each does now. `q` finds by name or username, as written. */
export async function staff(db: Knex, { q, limit, offset }: Asked, now: Date) {
  const found = people(db).orderBy('name').orderBy('id').limit(limit).offset(offset)
  if (q) found.where(by => by.whereILike('name', `%${escapeLike(q)}%`).orWhereILike('username', `%${escapeLike(q)}%`))
  const rows: (PersonRow & { total: number })[] = await found.select(db.raw('count(*) over () as total'))
  return { members: await withAssignments(db, rows, now), total: rows[0]?.total ?? 0 }
}

/** One account. Throws notFound. */
export async function staffMember(db: Knex, id: string, now: Date): Promise<StaffMember> {
  const [member] = await withAssignments(db, await people(db).where({ id }), now)
  if (!member) throw notFound('Không có tài khoản này.')
  return member
}

type PersonRow = Omit<StaffMember, 'assignments'>

const people = (db: Knex): Knex.QueryBuilder =>
  db('people').select('id', 'username', 'name', 'disabled_at', db.raw('password_hash is not null as is_set_up'))

async function withAssignments(db: Knex, members: PersonRow[], now: Date): Promise<StaffMember[]> {
  const held: HeldRole[] = await db('assignments')
    .leftJoin('units', 'units.id', 'assignments.unit_id')
    .whereIn(
      'assignments.person_id',
      members.map(({ id }) => id),
    )
    .where(open => open.whereNull('assignments.until').orWhere('assignments.until', '>', now))
    .orderBy('assignments.since')
    .select(
      'assignments.id',
      'assignments.person_id',
      'assignments.role',
      'assignments.since',
      'units.name as unit_name',
    )
  return members.map(member => ({ ...member, assignments: held.filter(({ person_id }) => person_id === member.id) }))
}
