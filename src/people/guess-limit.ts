import type { Knex } from 'knex'
import { tooMany } from '../kit/errors.ts'
import { day, hour, minute } from '../kit/time.ts'
import { type Limit, missLimit } from './limit.ts'

/** How often a password may be guessed for one account from one address, and how often that was too often. */
export type GuessLimit = { guesses: Limit; blocks: Limit }

const second = 1000
const firstBlock = (5 * minute) / second
/** Long enough to make guessing hopeless; a colleague's joke behind the same address must not cost a day's work. */
const longestBlock = hour / second

/** Five guesses in a quarter of an hour; the blocks of a day are remembered. */
export const guessLimit = (db: Knex): GuessLimit => ({
  guesses: missLimit(db, 'sign-in', 5, (15 * minute) / second, firstBlock),
  blocks: missLimit(db, 'sign-in-blocks', 1, day / second, 0),
})

/** 5 minutes for the first block of a day, then 10, 20, 40, and an hour for each one more. */
export const blockSeconds = (blocks: number): number => Math.min(firstBlock * 2 ** (blocks - 1), longestBlock)

/**
 * Counts a guess. Throws `too_many` beyond the fifth; the one that crosses the line begins the block, those during it are
 * told how long it still lasts.
 */
export async function countGuess({ guesses, blocks }: GuessLimit, key: string): Promise<void> {
  const { consumedPoints: counted, msBeforeNext } = await guesses.penalty(key)
  if (counted <= guesses.points) return
  if (counted > guesses.points + 1) throw tooMany(msBeforeNext)
  const seconds = blockSeconds((await blocks.penalty(key)).consumedPoints)
  await guesses.block(key, seconds)
  throw tooMany(seconds * second)
}

/** The right password: what was guessed before counts no more. */
export async function forgetGuesses({ guesses, blocks }: GuessLimit, key: string): Promise<void> {
  await guesses.delete(key)
  await blocks.delete(key)
}
