import type { Knex } from 'knex'
import { openUnits } from '../places/queries.ts'

/** Every open unit as a choice: post offices first, then police units. */
export async function unitChoices(db: Knex): Promise<{ value: string; text: string }[]> {
  const [offices, desks] = await Promise.all([openUnits(db, 'post_office'), openUnits(db, 'police_unit')])
  return [
    ...offices.map(({ id, name }) => ({ value: id, text: `Bưu cục ${id} ${name}` })),
    ...desks.map(({ id, name }) => ({ value: id, text: name })),
  ]
}
