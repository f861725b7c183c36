import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import type { Actor } from './actor.ts'

/** A person with the assignments in force `now`. */
export async function actorById(db: Knex, id: string, now: Date): Promise<Actor> {
  const person = (await actorsById(db, [id], now)).get(id)
  if (!person) throw notFound()
  return person
}

/** The same of several people, by id; an unknown one is absent. */
export async function actorsById(db: Knex, ids: readonly string[], now: Date): Promise<Map<string, Actor>> {
  if (!ids.length) return new Map()
  const { rows } = await db
    .raw<{ rows: Actor[] }>(
      `select people.id, people.username, people.name, coalesce(held.assignments, '[]') as assignments
     from people
     cross join lateral (
       select json_agg(json_build_object(
                'role', assignments.role, 'unit', assignments.unit_id, 'unit_kind', units.kind,
                'unit_name', units.name, 'unit_level', units.level)
                order by assignments.since, assignments.id) as assignments
       from assignments
       left join units on units.id = assignments.unit_id
       where assignments.person_id = people.id and assignments.since <= :now
         and (assignments.until is null or assignments.until > :now)) as held
     where people.id = any(:ids)`,
      { ids: [...ids], now },
    )
    .options({ name: 'actors' })
  return new Map(rows.map(person => [person.id, person]))
}
