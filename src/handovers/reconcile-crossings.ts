import type { Knex } from 'knex'
import type { Consequence } from '../custody/consequence.ts'
import { askOfSigned } from './ask-of-signed.ts'
import { type Crossing, crossingsOf } from './crossings.ts'
import { columnsOfSide } from './sides.ts'

/**
 * Keeps which boundaries were crossed by the facts that stand; sheets are made of these when somebody signs, so that a scan
 * never waits for a sheet. What two sides signed for and stands no more opens a review; the sheet stays as it is.
 */
export const reconcileCrossings: Consequence = async (db, changes, { now }) => {
  // A fact that changes nothing leaves the present itself, not a copy of it.
  const moved = changes.filter(({ before, after }) => before !== after)
  const crossings = moved.flatMap(crossingsOf)
  const rewritten = moved.flatMap(({ parcel, isWhole }) => (isWhole ? [parcel.id] : []))
  if (rewritten.length) await forget(db, rewritten, crossings)
  if (crossings.length) await keep(db, crossings)
  if (rewritten.length) await askOfSigned(db, rewritten, now)
}

async function forget(db: Knex, parcels: readonly string[], crossings: readonly Crossing[]) {
  await db('crossings')
    .whereIn('parcel_id', parcels)
    .whereNotIn(
      'event_id',
      crossings.map(({ event }) => event),
    )
    .delete()
}

/** Who gave may change by what comes late; who took it, and when, is the fact's own word. */
async function keep(db: Knex, crossings: readonly Crossing[]) {
  const rows = crossings.map(({ event, giver, taker, ...said }) => ({
    event_id: event,
    ...said,
    ...columnsOfSide('giver', giver),
    ...columnsOfSide('taker', taker),
  }))
  await db
    .raw(
      `insert into crossings select * from jsonb_populate_recordset(null::crossings, :rows)
     on conflict (event_id) do update set
       giver_kind = excluded.giver_kind, giver_unit = excluded.giver_unit, giver_person = excluded.giver_person`,
      { rows: JSON.stringify(rows) },
    )
    .options({ name: 'keep crossings' })
}
