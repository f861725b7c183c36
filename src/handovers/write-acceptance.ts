import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { HandoversRow } from '../../db/tables.ts'
import type { Doing } from '../custody/doing.ts'
import { conflict } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { isViolation } from '../platform/violation.ts'
import type { Acceptance } from './accept-handover.ts'
import { arrivals } from './arrivals.ts'
import { askOfSigned } from './ask-of-signed.ts'
import type { Claim } from './claims.ts'
import type { Condition } from './take-parcels.ts'

type Accepted = Acceptance & { claims: readonly Claim[]; at: Date }
type Row = {
  parcel_id: string
  is_listed: boolean
  is_accepted: boolean
  condition: Condition | null
  event_id: string | null
}

/**
 * Writes what was accepted: each row with the fact that it rests on, what is short and over, and who signed how. What by its
 * facts another gave than the sheet says is asked about.
 */
export async function writeAcceptance(
  trx: Knex,
  sheet: HandoversRow,
  accepted: Accepted,
  doing: Doing & { entering: Actor },
): Promise<void> {
  const rows = await rowsOf(trx, sheet, accepted.claims)
  await insertOver(trx, sheet.id, rows)
  await settleListed(trx, sheet.id, rows)
  const differences = rows.filter(({ is_listed, is_accepted }) => !is_listed || !is_accepted)
  await openDifferences(trx, sheet.id, differences, doing.now)
  await close(trx, sheet, accepted, { ...doing, isWhole: !differences.length })
  await askOfSigned(
    trx,
    rows.map(({ parcel_id }) => parcel_id),
    doing.now,
  )
}

/** What was claimed and now rests on a fact, or was the taker's already, is accepted. */
async function rowsOf(trx: Knex, sheet: HandoversRow, claims: readonly Claim[]): Promise<Row[]> {
  const ids = (some: readonly Claim[]) => some.map(({ id }) => id)
  const taken = claims.filter(({ is_listed, is_named, is_theirs }) => is_named && !(is_listed && is_theirs))
  const arrived = await arrivals(trx, sheet, { parcels: ids(claims), named: ids(taken) })
  return claims.map(({ id, is_listed, is_named, is_theirs, condition }) => {
    const is_accepted = is_named && (is_theirs || arrived.has(id))
    const event_id = is_accepted ? (arrived.get(id) ?? null) : null
    return { parcel_id: id, is_listed, is_accepted, condition: is_accepted ? condition : null, event_id }
  })
}

async function insertOver(trx: Knex, handover_id: string, rows: readonly Row[]) {
  const over = rows.filter(({ is_listed }) => !is_listed)
  if (over.length) await trx('handover_parcels').insert(over.map(row => ({ handover_id, ...row })))
}

async function settleListed(trx: Knex, handover_id: string, rows: readonly Row[]) {
  await trx.raw(
    `update handover_parcels set is_accepted = row.is_accepted, condition = row.condition, event_id = row.event_id
     from jsonb_to_recordset(:rows::jsonb) as row (parcel_id uuid, is_accepted boolean, condition text, event_id uuid)
     where handover_parcels.handover_id = :handover_id and handover_parcels.parcel_id = row.parcel_id
       and handover_parcels.is_listed`,
    { handover_id, rows: JSON.stringify(rows) },
  )
}

async function openDifferences(trx: Knex, handover_id: string, odd: readonly Row[], opened_at: Date) {
  if (!odd.length) return
  const rows = odd.map(({ parcel_id, is_listed }) => {
    const kind: 'short' | 'over' = is_listed ? 'short' : 'over'
    return { id: uuidv7(), handover_id, parcel_id, kind, opened_at }
  })
  await trx('handover_differences').insert(rows)
}

type Signing = Doing & { entering: Actor; isWhole: boolean }

async function close(trx: Knex, sheet: HandoversRow, accepted: Accepted, { by, now, entering, isWhole }: Signing) {
  const { mode, at, condition, reservation, paper_number } = accepted
  const paper = mode === 'paper' ? (paper_number ?? null) : null
  await trx('handovers')
    .where({ id: sheet.id })
    .update({
      state: isWhole ? 'accepted' : 'accepted_with_differences',
      is_self: sheet.released_by === by.id,
      mode,
      accepted_at: at,
      accepted_by: by.id,
      entered_at: now,
      entered_by: entering.id,
      condition: condition ?? null,
      reservation: reservation ?? null,
      paper_number: paper,
    })
    .catch(error => {
      if (isViolation(error, 'unique')) throw conflict('paper_entered', `Bảng giấy số ${paper} đã được nhập rồi.`)
      throw error
    })
}
