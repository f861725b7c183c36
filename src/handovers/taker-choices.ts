import type { Knex } from 'knex'
import { localDate } from '../kit/time.ts'
import { unitChoices } from '../people/unit-choices.ts'
import { carriers } from './taker-side.ts'

/** To whom a sheet may be made out: every open unit, and everybody who carries. */
export async function takerChoices(db: Knex, now: Date): Promise<{ value: string; text: string }[]> {
  const [units, people] = await Promise.all([
    unitChoices(db, localDate(now)),
    carriers(db, now).select('people.id', 'people.name', 'units.name as unit_name'),
  ])
  const names = new Map(people.map(({ id, name, unit_name }) => [id, `${name} – ${unit_name}`]))
  return [
    ...[...names].map(([id, text]) => ({ value: `person:${id}`, text })),
    ...units.map(({ value, text }) => ({ value: `unit:${value}`, text })),
  ]
}
