import type { Knex } from 'knex'
import type { IsoDate } from '../kit/time.ts'
import { openUnits } from '../places/queries.ts'

/** Every unit that is open on a day as a choice: post offices first, then police units. */
export async function unitChoices(db: Knex, day: IsoDate): Promise<{ value: string; text: string }[]> {
  const [offices, desks] = await Promise.all([openUnits(db, 'post_office', day), openUnits(db, 'police_unit', day)])
  return [
    ...offices.map(({ id, name }) => ({ value: id, text: `Bưu cục ${id} ${name}` })),
    ...desks.map(({ id, name }) => ({ value: id, text: name })),
  ]
}
