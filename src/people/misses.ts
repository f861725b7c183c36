import type { Knex } from 'knex'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../kit/errors.ts'

/** Counts misses in PostgreSQL, for all processes together. Hits are free: many people share one address behind a carrier. */
export type Misses = RateLimiterPostgres

/** `points` misses in `seconds`, then refused for `blocked` seconds. */
export const missCounter = (db: Knex, name: string, points: number, seconds: number, blocked: number): Misses =>
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

/** Throws `too_many` while the key is blocked. */
export async function refuseThrottled(misses: Misses, key: string): Promise<void> {
  const seen = await misses.get(key)
  if (seen && seen.consumedPoints > misses.points) throw tooMany(seen)
}

/** Counts one miss. Throws `too_many` when it was one too many. */
export async function countMiss(misses: Misses, key: string): Promise<void> {
  await misses.consume(key).catch(cause => {
    throw cause instanceof RateLimiterRes ? tooMany(cause) : cause
  })
}

/** Whoever proved themselves starts again from none. */
export const forget = async (misses: Misses, key: string): Promise<void> => {
  await misses.delete(key)
}

function tooMany(seen: RateLimiterRes) {
  const seconds = Math.ceil(seen.msBeforeNext / 1000)
  return new DomainError('tooMany', 'too_many', `Đã thử sai nhiều lần. Xin thử lại sau ${seconds} giây.`)
}
