import { addMs, hour, minute } from '../kit/time.ts'

/** After so many tries the next channel has its turn: about an hour. */
export const mostAttempts = 6
/** So many workers may end while they have it: then it is what ends them. */
export const mostLeases = 30

/** When to try again after `attempts` tries: 1, 2, 4, 8, 16 minutes, shifted by up to a fifth so that not all come at once. */
export function tryAgainAt(now: Date, attempts: number, chance: number): Date {
  return addMs(now, Math.round(2 ** (attempts - 1) * minute * (0.9 + chance * 0.2)))
}

/** A provider that asks us to wait is asked again after that time, and after an hour at the latest. */
export const waitedUntil = (now: Date, ms: number): Date => addMs(now, Math.min(Math.max(ms, 1000), hour))
