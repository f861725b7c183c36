import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { groupBy } from '../kit/group-by.ts'
import type { Actor, Assignment } from './actor.ts'

/** A person with the assignments in force `now`. */
export async function actorById(db: Knex, id: string, now: Date): Promise<Actor> {
  const person = (await actorsById(db, [id], now)).get(id)
  if (!person) throw notFound()
  return person
}

/** The same of several people, by id; an unknown one is absent. */
export async function actorsById(db: Knex, ids: readonly string[], now: Date): Promise<Map<string, Actor>> {
  if (!ids.length) return new Map()
  const [people, assignments] = await Promise.all([
    db('people').whereIn('id', ids).select('id', 'username', 'name'),
    assignmentsOf(db, ids, now),
  ])
  const held = groupBy(assignments, ({ person_id }) => person_id)
  return new Map(
    people.map(person => [
      person.id,
      { ...person, assignments: (held.get(person.id) ?? []).map(({ person_id: _, ...assignment }) => assignment) },
    ]),
  )
}

const assignmentsOf = (
  db: Knex,
  people: readonly string[],
  now: Date,
): Promise<(Assignment & { person_id: string })[]> =>
  db('assignments')
    .leftJoin('units', 'units.id', 'assignments.unit_id')
    .whereIn('assignments.person_id', people)
    .where('assignments.since', '<=', now)
    .where(open => open.whereNull('assignments.until').orWhere('assignments.until', '>', now))
    .orderBy('assignments.since')
    .orderBy('assignments.id')
    .select(
      'assignments.person_id',
      'assignments.role',
      'assignments.unit_id as unit',
      'units.kind as unit_kind',
      'units.name as unit_name',
      'units.level as unit_level',
    )
