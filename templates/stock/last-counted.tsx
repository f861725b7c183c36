import { localDate, longTime } from '../../src/kit/time.ts'
import type { UnitCounted } from '../../src/stock/queries.ts'
import { State } from '../custody/shape.tsx'

const isToday = (at: Date | null, now: Date) => at !== null && localDate(at) === localDate(now)

/** Counted today, on an earlier day or never: in a word, a colour and a shape. */
export function LastCounted({ unit: { last_counted_at: at }, now }: { unit: UnitCounted; now: Date }) {
  if (!at) return <State look="review">Chưa kiểm kê lần nào</State>
  const words = longTime(at)
  return isToday(at, now) ? (
    <State look="good">{`Đã kiểm kê hôm nay: ${words}`}</State>
  ) : (
    <State look="review">{`Hôm nay chưa kiểm kê, lần cuối ${words}`}</State>
  )
}
