import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { hmac, type Keys } from '../kit/secrets.ts'
import { countMiss, type Misses, refuseThrottled } from '../people/misses.ts'
import { type Found, findTracked } from './find-tracked.ts'

export type Question = { code: string; phone_tail?: string | undefined; address: string }
export type TrackMisses = { byAddress: Misses; byCode: Misses }

/**
 * Finds what a citizen asks after. Wrong, foreign, revoked and erased codes answer one and the same notFound. Only misses
 * are counted: 10 a minute an address (/64 for IPv6), 5 an hour a code; then `too_many`, for hits too.
 */
export async function track(
  db: Knex,
  question: Question,
  { keys, misses }: { keys: Keys; misses: TrackMisses },
): Promise<Found> {
  const address = network(question.address)
  const code = hmac(keys.index, spelling(question.code)).toString('base64url')
  await refuseThrottled(misses.byAddress, address)
  await refuseThrottled(misses.byCode, code)
  const found = await findTracked(db, question, keys)
  if (found) return found
  await countMiss(misses.byCode, code)
  await countMiss(misses.byAddress, address)
  throw notFound('Không tìm thấy mã này. Xin xem lại mã trên phiếu gửi.')
}

/** One code, one counter, however it is spelled. */
const spelling = (code: string) =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '')

/** Half of an IPv6 address belongs to one household; it may be written with its zeros left out. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)]
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
