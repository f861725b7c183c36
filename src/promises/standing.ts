/** How a running promise stands. */
export type Standing = 'late' | 'at_risk' | 'on_time' | 'paused'

type Running = { due_at: Date; at_risk_at: Date; paused_at?: Date | null }

/** Where a running promise stands at `now`. One that is paused is neither late nor in time, whatever the hour. */
export function standingOf({ due_at, at_risk_at, paused_at }: Running, now: Date): Standing {
  if (paused_at) return 'paused'
  if (due_at <= now) return 'late'
  return at_risk_at <= now ? 'at_risk' : 'on_time'
}
