/** How a running promise stands. */
export const standings = ['late', 'at_risk', 'on_time', 'paused'] as const
export type Standing = (typeof standings)[number]

export type Running = { due_at: Date; at_risk_at: Date; paused_at: Date | null; paused_until: Date | null }

/** Where a running promise stands at `now`. One that is paused is neither late nor in time, whatever the hour. */
export function standingOf({ due_at, at_risk_at, paused_at, paused_until }: Running, now: Date): Standing {
  if (paused_at && paused_at <= now && (!paused_until || now < paused_until)) return 'paused'
  if (due_at <= now) return 'late'
  return at_risk_at <= now ? 'at_risk' : 'on_time'
}

/** Whether a clock stands still at `:now`, where the database asks; never unknown. */
export const isStill = `(coalesce(clocks.paused_at <= :now, false) and coalesce(clocks.paused_until > :now, true))`

/** The same where the database counts: of clocks, at `:now`. */
const standing = `case when ${isStill} then 'paused' when clocks.due_at <= :now then 'late'
  when clocks.at_risk_at <= :now then 'at_risk' else 'on_time' end`

/** One column for each standing, named after it. */
export const standingCounts = standings
  .map(name => `count(*) filter (where ${standing} = '${name}') as ${name}`)
  .join(', ')
export type StandingCounts = Record<Standing, number>
