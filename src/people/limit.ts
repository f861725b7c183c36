import type { Knex } from 'knex'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { tooMany } from '../kit/errors.ts'

/** So often in so many seconds, for each key; beyond that it is refused. */
export type Limit = RateLimiterAbstract

/** `points` misses in `seconds`, then refused for `blocked` seconds. Counted in PostgreSQL, for all processes together. */
export const missLimit = (db: Knex, name: string, points: number, seconds: number, blocked: number): Limit =>
  new RateLimiterPostgres({
    storeClient: db,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    blockDuration: blocked,
  })

/** `points` in `seconds`. Counted in memory, each process for itself: what is found rightly must not cost a write. */
export const hitLimit = (points: number, seconds: number): Limit => new RateLimiterMemory({ points, duration: seconds })

/** Throws `too_many` while the key is blocked. */
export async function refuseThrottled(limit: Limit, key: string): Promise<void> {
  const seen = await limit.get(key)
  if (seen && seen.consumedPoints > limit.points) throw tooMany(seen.msBeforeNext)
}

/**
 * The same of keys of several miss limits, inside a statement that reads something else too: how many ms the longest of
 * their blocks lasts, or null. SQL with the bindings of `limited`.
 */
export const blockedFor = `(
  select nullif(greatest(max(expire - extract(epoch from clock_timestamp()) * 1000), 0), 0)::float8
  from rate_limits join unnest(:keys::text[], :allowed::integer[]) as limits (key, allowed) using (key)
  where points > allowed)`

/** The bindings of `blockedFor`. */
export const limited = (counted: readonly (readonly [Limit, string])[]) => ({
  keys: counted.map(([limit, key]) => limit.getKey(key)),
  allowed: counted.map(([limit]) => limit.points),
})

/** Counts one more. Throws `too_many` when that was one too many. */
export async function count(limit: Limit, key: string): Promise<void> {
  await limit.consume(key).catch(cause => {
    throw cause instanceof RateLimiterRes ? tooMany(cause.msBeforeNext) : cause
  })
}
