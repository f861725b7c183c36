import { z } from 'zod'
import { invalid } from '../kit/errors.ts'
import { isoDate } from '../kit/fields.ts'
import { type IsoDate, localDate, localMoment, nextDate } from '../kit/time.ts'
import type { Period } from './time-spent.ts'

/** Two days, both inclusive, as people say a period; left out it is this month so far. */
export const asked = z.strictObject({ from: isoDate.optional(), to: isoDate.optional() })
type Asked = { from?: IsoDate | undefined; to?: IsoDate | undefined }

/** Throws invalid for one that ends before it begins, or is longer than two years. */
export function periodOf({ from, to }: Asked, now: Date): Period & { days: { from: IsoDate; to: IsoDate } } {
  const today = localDate(now)
  const days = { from: from ?? `${today.slice(0, 8)}01`, to: to ?? today }
  if (days.to < days.from) throw invalid([{ pointer: '/to', detail: 'Ngày cuối phải sau ngày đầu.' }])
  if (days.to > nextDate(days.from, 731)) throw invalid([{ pointer: '/to', detail: 'Xin chọn nhiều nhất hai năm.' }])
  return { from: localMoment(days.from), until: localMoment(nextDate(days.to)), days }
}
