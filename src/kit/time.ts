/** Viet Nam keeps UTC+7 all year since 1975: local wall time is plain arithmetic, no zone database needed. */
const offset = 7 * 3600_000
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const minutesADay = day / minute

/** A calendar date as text, `2026-11-23`. */
export type IsoDate = string
export type Clock = () => Date

const local = (at: Date) => new Date(at.getTime() + offset)

/** The date a person in Đắk Nông would say it is. */
export const localDate = (at: Date): IsoDate => local(at).toISOString().slice(0, 10)

/** Minutes since local midnight. */
export const localMinutes = (at: Date) => local(at).getUTCHours() * 60 + local(at).getUTCMinutes()

/** `07:30` → 450; `24:00` is the end of a day. Null for what is no time. */
export function minutesOf(written: string): number | null {
  const [, hours, left] = /^(\d{1,2}):(\d{2})$/.exec(written) ?? []
  const minutes = Number(hours) * 60 + Number(left)
  return Number(left) < 60 && minutes <= minutesADay ? minutes : null
}

/** 450 → `07:30` */
export const writtenTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The moment at which the local date begins, plus `minutes`. */
export const localMoment = (date: IsoDate, minutes = 0) =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - offset + minutes * minute)

export const nextDate = (date: IsoDate, days = 1): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * day).toISOString().slice(0, 10)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: IsoDate) => new Date(`${date}T00:00:00.000Z`).getUTCDay()

export const addMs = (at: Date, ms: number) => new Date(at.getTime() + ms)

/** The last of one or more moments. */
export const latest = (moments: readonly Date[]) => new Date(Math.max(...moments.map(at => at.getTime())))

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const
const two = (n: number) => String(n).padStart(2, '0')

/** `23/11/2026` */
export const shortDate = (date: IsoDate) => date.split('-').reverse().join('/')

/** `14 giờ 05` */
export const clockTime = (at: Date) => `${two(local(at).getUTCHours())} giờ ${two(local(at).getUTCMinutes())}`

/** `thứ Hai 23/11/2026` */
export const longDate = (at: Date) => `${weekdays[weekday(localDate(at))]} ${shortDate(localDate(at))}`

/** `thứ Hai 23/11/2026, 14 giờ 05` */
export const longTime = (at: Date) => `${longDate(at)}, ${clockTime(at)}`

/** RFC 3339 with the local offset, `2026-11-23T14:05:00.000+07:00`. */
export const rfc3339 = (at: Date) => local(at).toISOString().replace('Z', '+07:00')
