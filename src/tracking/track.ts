import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { hmac, type Keys } from '../kit/secrets.ts'
import { count, refuseThrottled } from '../people/limit.ts'
import { type Found, findTracked } from './find-tracked.ts'
import type { TrackLimits } from './track-limits.ts'

export type Question = { code: string; phone_tail?: string | undefined; address: string }

/**
 * Finds what a citizen asks after. Wrong, foreign, revoked and erased codes answer one and the same notFound. Beyond the
 * limits of `track-limits.ts` everything answers `too_many`, right codes and wrong ones alike.
 */
export async function track(
  db: Knex,
  question: Question,
  { keys, limits }: { keys: Keys; limits: TrackLimits },
): Promise<Found> {
  const address = network(question.address)
  const code = hmac(keys.index, spelling(question.code)).toString('base64url')
  await refuseThrottled(limits.hitsByAddress, address)
  await refuseThrottled(limits.missesByAddress, address)
  const isGuess = Boolean(question.phone_tail)
  // Four digits can be guessed: counted before they are weighed, so that of many at one moment none slips by.
  if (isGuess) await count(limits.missesByCode, code)
  else await refuseThrottled(limits.missesByCode, code)
  const found = await findTracked(db, question, keys)
  if (found) {
    if (isGuess) await limits.missesByCode.reward(code, 1)
    await count(limits.hitsByAddress, address)
    return found
  }
  if (!isGuess) await count(limits.missesByCode, code)
  await count(limits.missesByAddress, address)
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
