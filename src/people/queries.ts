import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import type { Actor, Assignment } from './actor.ts'

/** A person with the assignments in force `now`. */
export async function actorById(db: Knex, id: string, now: Date): Promise<Actor> {
  const person = await db('people').where({ id }).first('id', 'username', 'name')
  if (!person) throw notFound()
  return { ...person, assignments: await assignmentsOf(db, id, now) }
}

const assignmentsOf = async (db: Knex, personId: string, now: Date): Promise<Assignment[]> =>
  db('assignments')
    .leftJoin('units', 'units.id', 'assignments.unit_id')
    .where('assignments.person_id', personId)
    .where('assignments.since', '<=', now)
    .where(open => open.whereNull('assignments.until').orWhere('assignments.until', '>', now))
    .orderBy('assignments.since')
    .orderBy('assignments.id')
    .select(
      'assignments.role',
      'assignments.unit_id as unit',
      'units.kind as unit_kind',
      'units.name as unit_name',
      'units.level as unit_level',
    )
