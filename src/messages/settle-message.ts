import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { MessagesRow } from '../../db/tables.ts'
import { mostAttempts, tryAgainAt, waitedUntil } from './back-off.ts'
import type { Outcome, Trouble } from './channel.ts'
import { type Channel, nextChannel } from './fallback.ts'
import { type Kind, kinds } from './kinds.ts'
import type { MessageRow } from './message-row.ts'

export type Settling = { now: Date; configured: ReadonlySet<Channel>; chance: number }

/**
 * Writes down what became of a try. What was sent is sent, whoever holds the lease by now: the provider saw one key. A
 * failure counts only while the lease is ours.
 */
export async function settleTry(
  db: Knex,
  message: MessageRow,
  outcome: Outcome,
  said: string | null,
  settling: Settling,
): Promise<void> {
  const { now, chance } = settling
  switch (outcome.is) {
    case 'sent':
      await db('messages')
        .where({ id: message.id, state: 'waiting' })
        .update({ ...ended('sent', now), said, trouble: null })
      return
    case 'permanent':
      return fallBack(db, message, outcome.trouble, settling)
    case 'limited':
      // It was not tried, so it costs no try.
      return put(db, message, {
        lease_until: null,
        leases: 0,
        not_before: waitedUntil(now, outcome.wait),
        trouble: outcome.trouble,
      })
    case 'temporary': {
      const attempts = message.attempts + 1
      if (attempts >= mostAttempts) return fallBack(db, { ...message, attempts }, outcome.trouble, settling)
      return put(db, message, {
        lease_until: null,
        leases: 0,
        attempts,
        not_before: tryAgainAt(now, attempts, chance),
        trouble: outcome.trouble,
      })
    }
    default:
      return outcome satisfies never
  }
}

const ended = (state: Exclude<MessagesRow['state'], 'waiting'>, now: Date) => ({
  state,
  settled_at: now,
  lease_until: null,
})

/** Where the lease is still ours, and only then. */
const put = async (db: Knex, { id, lease_until }: MessageRow, change: Partial<MessagesRow>): Promise<void> => {
  await db('messages').where({ id, state: 'waiting', lease_until }).update(change)
}

/** Ends a message without sending it: its cause is gone, something newer was sent, it is no news any more, or it was stopped. */
export const endMessage = (
  db: Knex,
  message: MessageRow,
  state: 'cancelled' | 'overtaken' | 'stale' | 'stopped',
  now: Date,
): Promise<void> => put(db, message, ended(state, now))

/** The next channel gets a message of its own, which names this one; where there is none, a supervisor reads of it. */
export async function fallBack(
  db: Knex,
  message: MessageRow,
  trouble: Trouble,
  { now, configured }: Pick<Settling, 'now' | 'configured'>,
): Promise<void> {
  const next = message.dossier_id ? nextOf(message, configured) : null
  await db.transaction(async trx => {
    const failed = await trx('messages')
      .where({ id: message.id, state: 'waiting', lease_until: message.lease_until })
      .update({ ...ended(next ? 'failed' : 'dead', now), trouble, attempts: message.attempts })
    if (failed && next) await trx('messages').insert(replacement(message, next, now))
  })
}

function nextOf({ kind, chosen, channel, phone, email }: MessageRow, configured: ReadonlySet<Channel>) {
  return kind in kinds ? nextChannel(chosen, channel, kind as Kind, { phone, email, configured }) : null
}

const replacement = (message: MessageRow, channel: Channel, now: Date) => ({
  id: uuidv7(),
  kind: message.kind,
  channel,
  dossier_id: message.dossier_id,
  part: message.part,
  parcel_id: message.parcel_id,
  event_id: message.event_id,
  decision_id: message.decision_id,
  alert_id: message.alert_id,
  instead_of: message.id,
  caused_at: message.caused_at,
  not_before: now,
  not_after: message.not_after,
  state: 'waiting' as const,
})
