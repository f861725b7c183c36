import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { hmac, type Keys } from '../kit/secrets.ts'
import { count, refuseThrottled } from '../people/limit.ts'
import { readTracked } from './read-tracked.ts'
import type { TrackLimits } from './track-limits.ts'
import type { Tracked } from './tracked.ts'

export type Question = { code: string; phone_tail?: string | undefined; address: string }

/**
 * A lookup code opens everything; an item code, reference or official code only a coarse stage, or everything with the
 * phone's right tail. The codes of a blank set that nobody has typed in yet are right, and tell nothing.
 */
export type Answer = { tracked: Tracked; opens: 'timeline' | 'stage' } | { opens: 'nothing_yet' }

/**
 * Finds what a citizen asks after. Wrong, foreign, revoked and erased codes answer one and the same notFound. Beyond the
 * limits of `track-limits.ts` everything answers `too_many`, right codes and wrong ones alike.
 */
export async function track(
  db: Knex,
  question: Question,
  { keys, limits }: { keys: Keys; limits: TrackLimits },
): Promise<Answer> {
  const address = network(question.address)
  const code = hmac(keys.index, spelling(question.code)).toString('base64url')
  await refuseThrottled(limits.hitsByAddress, address)
  const isGuess = Boolean(question.phone_tail)
  const byAddress = [limits.missesByAddress, address] as const
  const misses = isGuess ? [byAddress] : [byAddress, [limits.missesBySubject, code] as const]
  const read = await readTracked(db, question.code, { keys, misses })
  const guessed = isGuess ? guessedOf(read, code, keys) : null
  if (guessed) await countGuess(limits, guessed, address)
  const found = opened(read, question.phone_tail)
  if (found) {
    if (guessed) await limits.missesBySubject.reward(guessed, 1)
    await count(limits.hitsByAddress, address)
    return found
  }
  if (!isGuess) await count(limits.missesBySubject, code)
  await count(limits.missesByAddress, address)
  throw notFound('Không tìm thấy mã này. Xin xem lại mã trên phiếu gửi.')
}

/**
 * What a guess is counted by: the phone that is guessed at, by whichever number of whichever dossier; where there is none,
 * what was written. A lookup code needs no tail.
 */
function guessedOf(read: Read, code: string, keys: Keys): string | null {
  if (!read || read === 'not typed in') return code
  return read.is_by_lookup_code ? null : hmac(keys.index, `phone ${read.phone ?? read.reference}`).toString('base64url')
}

/**
 * Four digits can be guessed: counted before they are weighed, so that of many at one moment none slips by. Who is blocked
 * costs a phone nothing, and who asks of closed ones is blocked: one address must not close a province.
 */
async function countGuess({ missesByAddress, missesBySubject }: TrackLimits, guessed: string, address: string) {
  await count(missesBySubject, guessed).catch(async closed => {
    await count(missesByAddress, address)
    throw closed
  })
}

type Read = Awaited<ReturnType<typeof readTracked>>

function opened(tracked: Read, tail: string | undefined): Answer | null {
  if (!tracked) return null
  if (tracked === 'not typed in') return { opens: 'nothing_yet' }
  if (tracked.is_by_lookup_code) return { tracked, opens: 'timeline' }
  if (!tail) return { tracked, opens: 'stage' }
  return tracked.phone?.endsWith(tail) ? { tracked, opens: 'timeline' } : null
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
