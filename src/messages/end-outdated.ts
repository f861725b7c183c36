import type { Knex } from 'knex'
import type { MessagesRow } from '../../db/tables.ts'
import type { House } from '../platform/house.ts'
import { stoppedAmong } from './addresses.ts'
import { messageRows } from './message-row.ts'
import { stands } from './standing.ts'

/** Ends what is no news any more, and calls whose cause is gone or that nobody wants: no worker would come to them. */
export async function endOutdated(db: Knex, { keys }: Pick<House, 'keys'>, now: Date): Promise<void> {
  await db('messages')
    .where({ state: 'waiting' })
    .where('not_after', '<=', now)
    .where(free => free.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .update({ state: 'stale', settled_at: now, lease_until: null })
  await db('messages')
    .where({ state: 'waiting', channel: 'call' })
    .whereRaw(`not ${stands}`)
    .update({ state: 'cancelled', settled_at: now })
  await endStoppedCalls(db, keys, now)
}

async function endStoppedCalls(db: Knex, keys: House['keys'], now: Date) {
  const waiting = await db('messages').where({ state: 'waiting', channel: 'call' }).pluck('id')
  const calls = await messageRows(db, waiting)
  const stopped = await stoppedAmong(
    db,
    keys,
    calls.flatMap(({ phone }) => phone ?? []),
  )
  const unwanted = calls.filter(({ phone }) => phone && stopped.has(phone)).map(({ id }) => id)
  if (!unwanted.length) return
  await db('messages').whereIn('id', unwanted).where({ state: 'waiting' }).update({ state: 'stopped', settled_at: now })
}

type Newest = Pick<MessagesRow, 'dossier_id' | 'part' | 'caused_at'>

/** What is older is no news beside this; what somebody is handing over at this moment goes out. */
export async function endOlder(db: Knex, { dossier_id, part, caused_at }: Newest, now: Date): Promise<void> {
  if (!dossier_id || !part) return
  await db('messages')
    .where({ dossier_id, part, state: 'waiting' })
    .where('caused_at', '<', caused_at)
    .where(free => free.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .update({ state: 'overtaken', settled_at: now, lease_until: null })
}
