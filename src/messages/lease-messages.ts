import type { Knex } from 'knex'
import { addMs, minute } from '../kit/time.ts'
import type { Channel } from './fallback.ts'
import { hasNewer } from './standing.ts'

/** Few enough that all of them have their answer long before the lease ends. */
const atOnce = 24
const lease = 3 * minute

type Leasing = {
  now: Date
  /** Whether citizens may be disturbed. */
  isQuiet: boolean
  /** Channels that asked to be left alone for a while. */
  resting: readonly Channel[]
}

/**
 * Takes messages that are due, the oldest first, for this worker alone: whoever died with some leaves leases that end.
 * Each lease is counted, so that what kills its worker does not do so for ever. Answers their ids.
 */
export async function leaseMessages(db: Knex, { now, isQuiet, resting }: Leasing): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `with due as (
       select id from messages
       where state = 'waiting' and channel <> 'call' and not_before <= :now and (lease_until is null or lease_until <= :now)
         and (unit_id is not null or not :isQuiet) and channel <> all(:resting) and not ${hasNewer}
       order by not_before, id
       limit :atOnce
       for update skip locked)
     update messages set lease_until = :until, leases = leases + 1
     from due where messages.id = due.id
     returning messages.id`,
    { now, isQuiet, resting: [...resting], atOnce, until: addMs(now, lease) },
  )
  return rows.map(({ id }) => id)
}
