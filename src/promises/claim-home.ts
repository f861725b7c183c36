import type { Knex } from 'knex'
import { askReviews } from '../custody/ask-reviews.ts'
import { conflict } from '../kit/errors.ts'
import { claimableSince, saidOfReceiver } from './excuses.ts'

/**
 * “Tôi có ở nhà”: the citizen says that nobody came. Opens a review of each attempt at their dossier's result; said twice,
 * it is one claim. Until it is settled the pause stays. Throws conflict `nothing_to_claim` where no attempt of late failed
 * by what a courier said of them.
 */
export async function claimHome(db: Knex, reference: string, now: Date): Promise<void> {
  await db.transaction(async trx => {
    const attempts = await attemptsAt(trx, reference, now)
    if (!attempts.length) throw conflict('nothing_to_claim', 'Không có lần phát nào báo chưa gặp ông/bà.')
    const claims = attempts.map(attempt => ({ ...attempt, claimed_at: now }))
    await trx('home_claims').insert(claims).onConflict('event_id').ignore()
    await askReviews(
      trx,
      attempts.map(attempt => ({ kind: 'was_at_home', ...attempt })),
      now,
    )
  })
}

const attemptsAt = (trx: Knex, reference: string, now: Date): Promise<{ event_id: string; parcel_id: string }[]> =>
  trx('dossiers')
    .join('parcel_contents', 'parcel_contents.dossier_id', 'dossiers.id')
    .join('custody_events', 'custody_events.parcel_id', 'parcel_contents.parcel_id')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where({ reference, step: 'attempt', standing: 'applied' })
    .where('effective_at', '>', claimableSince(now))
    .whereRaw(`detail->>'reason' = any(?)`, [[...saidOfReceiver]])
    .orderBy('effective_at')
    .select('custody_events.id as event_id', 'custody_events.parcel_id')
