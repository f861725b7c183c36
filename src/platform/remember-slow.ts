import { minute } from '../kit/time.ts'

export type Remembered<T> = { value: T; at: Date }

/** What takes longer than this is not worked out for each who asks. */
const slow = 50

/**
 * Answers `work` and when it was worked out. What is quick is worked out each time. What is slow is worked out at most once a
 * minute, behind an answer that is a little older: who asks does not wait for it, but the first.
 */
export function rememberSlow<T>(work: (now: Date) => Promise<T>): (now: Date) => Promise<Remembered<T>> {
  let last: (Remembered<T> & { took: number }) | null = null
  let coming: Promise<Remembered<T>> | null = null

  async function workOut(now: Date): Promise<Remembered<T>> {
    const began = performance.now()
    const value = await work(now)
    last = { value, at: now, took: performance.now() - began }
    return last
  }
  const once = (now: Date) => {
    coming ??= workOut(now).finally(() => {
      coming = null
    })
    return coming
  }

  return async now => {
    if (!last || last.took < slow) return workOut(now)
    const age = now.getTime() - last.at.getTime()
    // Whoever comes next waits for it, and hears of what failed.
    if (age < 0 || age > 10 * minute) return once(now)
    if (age >= minute) once(now).catch(() => undefined)
    return last
  }
}
