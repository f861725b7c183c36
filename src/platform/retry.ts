import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

const clashes = new Set(['40P01', '40001'])

/**
 * Runs a whole transaction again when PostgreSQL ended it for the sake of another (deadlock, serialisation): at most five
 * times, after a short random pause. Everything else is thrown on.
 */
export async function retryClashes<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction()
    } catch (error) {
      if (tries === 5 || !isClash(error)) throw error
      await wait(randomInt(10, 50) * tries)
    }
  }
}

const isClash = (error: unknown) => error instanceof Error && 'code' in error && clashes.has(String(error.code))
