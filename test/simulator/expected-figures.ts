import type { ExpectedClock } from './expected-clocks.ts'
import type { Figures } from './reported.ts'

/** How many were in time, late, or still run at `now`, by clock, reading and office. */
export function expectedFigures(clocks: readonly ExpectedClock[], now: number): Figures[] {
  const all = new Map<string, Figures>()
  for (const { clock, reading, unit, states } of clocks) {
    const runs = states.at(-1)?.runs
    if (!runs) continue
    const key = [clock, reading, unit].join()
    const figures = all.get(key) ?? { clock, reading, unit, on_time: 0, late: 0, running: 0 }
    figures[standing(runs, now)]++
    all.set(key, figures)
  }
  return [...all.values()]
}

const standing = ({ stop, due }: { stop: number | null; due: number }, now: number) => {
  if (stop !== null) return stop <= due ? 'on_time' : 'late'
  return due <= now ? 'late' : 'running'
}
