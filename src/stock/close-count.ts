import type { Knex } from 'knex'
import type { StockCountsRow } from '../../db/tables.ts'
import { askOfCount } from '../custody/ask-of-count.ts'
import { invalid } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { dailyNumber } from '../platform/daily-number.ts'
import { retryClashes } from '../platform/retry.ts'
import { lastProofs } from './last-proofs.ts'
import { lockedCount, refuseFinished } from './locked-count.ts'
import { type CountedParcel, lockedParcels } from './locked-parcels.ts'
import { countPrefix } from './options.ts'
import { recordContent } from './record-content.ts'
import { settleQuestions } from './settle-questions.ts'

export type Closing = { id: string; is_empty: boolean }

/**
 * Closes a count in one transaction: what custody says the unit holds is compared with what was scanned. Short and over
 * become reviews, what is matched answers those of before; counting moves nothing. A second closing changes nothing. Throws
 * notFound, conflict for a count that was left, invalid when nothing was scanned and nobody says that the cupboard is empty.
 */
export async function closeCount(db: Knex, closing: Closing, { by, now }: { by: Actor; now: Date }): Promise<void> {
  const once = async (trx: Knex) => {
    const count = await lockedCount(trx, closing.id, by, 'update')
    if (count.state === 'closed') return
    refuseFinished(count, now)
    await refuseDoubt(trx, closing)
    const parcels = await withTimes(trx, count, await lockedParcels(trx, count))
    await writeOutcomes(trx, count.id, parcels)
    await ask(trx, count.id, parcels, now)
    const number = await dailyNumber(trx, countPrefix, count.unit_id, localDate(now))
    const record = await recordContent(trx, count, parcels, { number, by, now })
    await trx('stock_counts')
      .where({ id: count.id })
      .update({
        state: 'closed',
        number,
        closed_at: trx.raw('greatest(opened_at, ?)', [now]),
        closed_by: by.id,
        record,
      })
    const matched = parcels.flatMap(({ id, outcome }) => (outcome === 'matched' ? [id] : []))
    await settleQuestions(trx, matched, now)
  }
  await retryClashes(() => db.transaction(once))
}

async function refuseDoubt(trx: Knex, { id, is_empty }: Closing) {
  const scanned = await trx('stock_count_codes').where({ count_id: id }).first('code')
  if (scanned && is_empty)
    throw invalid([{ pointer: '/is_empty', detail: 'Đã quét bưu gửi trong tủ này: tủ không trống.' }])
  if (scanned || is_empty) return
  throw invalid([
    { pointer: '/is_empty', detail: 'Chưa quét bưu gửi nào. Nếu tủ trống thật, xin đánh dấu “Tủ trống”.' },
  ])
}

type Timed = CountedParcel & { times: number }

/** In how many counts one after the other each is short. */
async function withTimes(trx: Knex, { unit_id }: StockCountsRow, parcels: readonly CountedParcel[]): Promise<Timed[]> {
  const last = trx('stock_counts')
    .where({ unit_id, state: 'closed' })
    .orderBy('closed_at', 'desc')
    .limit(1)
    .select('id')
  const before = await trx('stock_count_parcels').where('count_id', last).where({ outcome: 'short' })
  const times = new Map(before.map(row => [row.parcel_id, row.times]))
  return parcels.map(one => ({ ...one, times: one.outcome === 'short' ? (times.get(one.id) ?? 0) + 1 : 1 }))
}

async function writeOutcomes(trx: Knex, count: string, parcels: readonly Timed[]) {
  await trx.raw(
    `insert into stock_count_parcels (count_id, parcel_id, outcome, holder_kind, holder_unit, holder_person, since, times)
     select :count, id, outcome, holder_kind, holder_unit, holder_person, since, times
     from jsonb_to_recordset(:rows::jsonb) as counted
       (id uuid, outcome text, holder_kind text, holder_unit text, holder_person uuid, since timestamptz, times integer)`,
    { count, rows: JSON.stringify(parcels) },
  )
}

async function ask(trx: Knex, count: string, parcels: readonly CountedParcel[], now: Date) {
  const odd = parcels.flatMap(({ id, outcome }) =>
    outcome === 'short' || outcome === 'over' ? [{ parcel_id: id, kind: `stock_${outcome}` as const }] : [],
  )
  const proofs = await lastProofs(
    trx,
    odd.map(({ parcel_id }) => parcel_id),
  )
  await askOfCount(
    trx,
    count,
    odd.map(one => ({ ...one, event_id: proofs.get(one.parcel_id) ?? null })),
    now,
  )
}
