import { day, hour, minute } from '../../src/kit/time.ts'
import { Shape } from '../custody/shape.tsx'

/** A length of time as one says it: the two largest parts are enough. */
export function span(ms: number): string {
  const length = Math.max(0, ms)
  const [days, hours, minutes] = [
    Math.floor(length / day),
    Math.floor((length % day) / hour),
    Math.floor((length % hour) / minute),
  ]
  if (days) return hours ? `${days} ngày ${hours} giờ` : `${days} ngày`
  if (hours) return minutes ? `${hours} giờ ${minutes} phút` : `${hours} giờ`
  return `${minutes} phút`
}

/** How a promise stands now. */
export type Standing = 'late' | 'at_risk' | 'on_time' | 'paused'

type Promised = { due_at: Date; at_risk_at: Date; paused_at?: Date | null }

export function standingOf({ due_at, at_risk_at, paused_at }: Promised, now: Date): Standing {
  if (paused_at) return 'paused'
  if (due_at <= now) return 'late'
  return at_risk_at <= now ? 'at_risk' : 'on_time'
}

export const standingWords = {
  late: { word: 'Trễ', look: 'bad' },
  at_risk: { word: 'Sắp trễ', look: 'review' },
  on_time: { word: 'Đúng hạn', look: 'good' },
  paused: { word: 'Tạm dừng', look: 'again' },
} as const

/** Time left, or time gone over: word, colour and shape. */
export function TimeLeft({ promise, now }: { promise: Promised; now: Date }) {
  const standing = standingOf(promise, now)
  const { look } = standingWords[standing]
  return (
    <strong class={`bt-state bt-state--${look}`}>
      <Shape look={look} />
      <span>{leftWords(promise, standing, now)}</span>
    </strong>
  )
}

function leftWords({ due_at }: Promised, standing: Standing, now: Date) {
  const left = due_at.getTime() - now.getTime()
  if (standing === 'paused') return 'Tạm dừng'
  return left > 0 ? `Còn ${span(left)}` : `Trễ ${span(-left)}`
}
