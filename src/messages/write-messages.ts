import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { addMs, minute } from '../kit/time.ts'
import type { House } from '../platform/house.ts'
import { type Cause, causesSince } from './causes.ts'
import { configured } from './channels.ts'
import type { Channel } from './fallback.ts'
import { nextChannel } from './fallback.ts'
import { newsUntil } from './kinds.ts'
import { tellOffices } from './tell-offices.ts'

type WritingHouse = Pick<House, 'providers'>
const atOnce = 1000

/**
 * Writes down what people are to be told, once for each cause, each minute; no scan waits for it. One process does so:
 * whoever comes meanwhile leaves it to that one. Answers how many were written.
 */
export async function writeMessages(db: Knex, now: Date, { providers }: WritingHouse): Promise<number> {
  return db.transaction(async trx => {
    await trx.raw('set local statement_timeout = 0')
    const { rows } = await trx.raw(
      `select pg_try_advisory_xact_lock(hashtextextended('buu-tram messages', 0)) as is_mine`,
    )
    if (!rows[0].is_mine) return 0
    await endEarly(trx, now)
    const causes = await causesSince(trx, now)
    const machines = configured(providers)
    const messages = causes.map(cause => messageOf(cause, machines, now))
    for (let i = 0; i < messages.length; i += atOnce) await trx('messages').insert(messages.slice(i, i + atOnce))
    return messages.length + (await tellOffices(trx, now))
  })
}

/** Clocks of servers differ by less. */
const skew = 5 * minute

/** What a clock that had jumped ahead wrote down never happened. */
const endEarly = (trx: Knex, now: Date) =>
  trx('messages')
    .where({ state: 'waiting' })
    .where('caused_at', '>', addMs(now, skew))
    .update({ state: 'cancelled', settled_at: now, lease_until: null })

/** On the first channel that can be used. Where there is none, and it is not worth a call, that is written down too. */
function messageOf(cause: Cause, machines: ReadonlySet<Channel>, now: Date) {
  const { chosen, phone, email, ...columns } = cause
  const channel = nextChannel(chosen, null, cause.kind, { phone, email, configured: machines })
  return {
    id: uuidv7(),
    ...columns,
    channel: channel ?? chosen,
    not_after: newsUntil(cause.kind, cause.caused_at),
    ...(channel ? { state: 'waiting' as const } : { state: 'skipped' as const, settled_at: now }),
  }
}
