import type { ExpectedClock, Runs } from './expected-clocks.ts'
import type { Kept } from './reported.ts'

/** How many were kept, by the wall and with what was excused, are late, or still run at `now`, by clock, reading and unit. */
export function expectedFigures(
  clocks: readonly ExpectedClock[],
  { now, unitName }: { now: number; unitName: (id: string) => string },
): Kept[] {
  const all = new Map<string, Kept>()
  for (const { clock, reading, unit: id, states } of clocks) {
    const runs = states.at(-1)?.runs
    if (!runs) continue
    const unit = unitName(id)
    const key = [clock, reading, unit].join()
    const figures = all.get(key) ?? { clock, reading, unit, kept_by_wall: 0, kept: 0, late: 0, running: 0 }
    if (runs.stop !== null && runs.stop <= runs.wall) figures.kept_by_wall++
    figures[standing(runs, now)]++
    all.set(key, figures)
  }
  return [...all.values()]
}

const standing = ({ stop, due, still }: Runs, now: number) => {
  if (stop !== null) return stop <= due ? 'kept' : 'late'
  const isStill = still !== null && still.from <= now && (still.until === null || still.until > now)
  return due <= now && !isStill ? 'late' : 'running'
}
