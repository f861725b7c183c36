import type { Knex } from 'knex'
import { conflict, type DomainError, forbidden, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { holdName } from '../platform/hold-name.ts'
import { retryClashes } from '../platform/retry.ts'
import type { Doing } from './doing.ts'
import { recordScans } from './record-scans.ts'
import { scanNow, type Verdict } from './scan.ts'

export type Correction = { id: string; corrects: string; reason: string }

/**
 * Takes a fact away by another fact; nothing is deleted. Who may is judged with the scan. Throws notFound, forbidden, and
 * conflict `moved_on` or `signed`.
 */
export async function correctScan(
  db: Knex,
  { id, corrects, reason }: Correction,
  { by, now, consequences }: Doing,
): Promise<Verdict> {
  const verdict = await retryClashes(() =>
    db.transaction(async trx => {
      // The second sending waits for the first: it would say another time, and be taken for another scan.
      await holdName(trx, `correction ${id}`)
      const told = await toldBefore(trx, { id, corrects, reason }, by)
      if (told) return told
      const code = await codeOf(trx, corrects)
      const scan = scanNow({ id, step: 'correct', code, corrects, detail: { reason }, by }, now)
      const [verdict] = await recordScans(trx, [scan], { now, consequences })
      return verdict
    }),
  )
  if (!verdict) throw new Error('one scan has one verdict')
  return done(verdict)
}

/** Sent again because the answer was lost: by then the scan is gone, and the first answer is the right one. */
async function toldBefore(db: Knex, { id, corrects, reason }: Correction, by: Actor): Promise<Verdict | null> {
  const row = await db('scans')
    .where({ id, person_id: by.id })
    .whereRaw(`body @> ?::jsonb`, [JSON.stringify({ corrects, detail: { reason } })])
    .first('answer')
  return row ? (row.answer as Verdict) : null
}

async function codeOf(db: Knex, fact: string): Promise<string> {
  const [code] = await db('custody_events')
    .join('parcels', 'parcels.id', 'custody_events.parcel_id')
    .where('custody_events.id', fact)
    .pluck('parcels.code')
  if (!code) throw notFound('Không có lần quét này.')
  return code
}

const refusals: Record<string, (message: string) => DomainError> = {
  nothing_to_correct: notFound,
  not_yours: forbidden,
  role_may_not: forbidden,
}

function done(verdict: Verdict): Verdict {
  if (verdict.verdict !== 'refused') return verdict
  const { reason = '', message = '' } = verdict
  throw refusals[reason]?.(message) ?? conflict(reason, message)
}
