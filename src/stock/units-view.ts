import type { Knex } from 'knex'
import { localDate, rfc3339 } from '../kit/time.ts'
import { unitsCounted } from './queries.ts'

/** Every unit as the API answers it: what it should hold, and whether it was counted today. */
export async function unitsView(db: Knex, now: Date) {
  const today = localDate(now)
  const units = await unitsCounted(db, { today, units: 'all' })
  return units.map(({ last_counted_at: at, ...unit }) => ({
    ...unit,
    last_counted_at: at && rfc3339(at),
    is_counted_today: at !== null && localDate(at) === today,
  }))
}
