import { day, hour, minute } from '../../src/kit/time.ts'
import type { Standing } from '../../src/promises/standing.ts'
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

type Promised = { due_at: Date; standing: Standing }

export const standingWords = {
  late: { word: 'Trễ', look: 'bad' },
  at_risk: { word: 'Sắp trễ', look: 'review' },
  on_time: { word: 'Đúng hạn', look: 'good' },
  paused: { word: 'Tạm dừng', look: 'again' },
} as const satisfies Record<Standing, { word: string; look: string }>

/** Time left, or time gone over: word, colour and shape. */
export function TimeLeft({ promise, now }: { promise: Promised; now: Date }) {
  const { look } = standingWords[promise.standing]
  return (
    <strong class={`bt-state bt-state--${look}`}>
      <Shape look={look} />
      <span>{leftWords(promise, now)}</span>
    </strong>
  )
}

function leftWords({ due_at, standing }: Promised, now: Date) {
  const left = due_at.getTime() - now.getTime()
  if (standing === 'paused') return 'Tạm dừng'
  return standing !== 'late' ? `Còn ${span(left)}` : `Trễ ${span(-left)}`
}
