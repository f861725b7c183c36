/** The world's own reckoning of time, apart from the product's: moments are milliseconds, Viet Nam is seven hours ahead. */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
const ahead = 7 * hour

/** Days since 1970 by the clocks of Viet Nam. */
export const dayOf = (at: number) => Math.floor((at + ahead) / day)
/** A day as it is written: 2026-04-30. */
export const written = (date: number) => new Date(date * day).toISOString().slice(0, 10)
export const dayWritten = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / day)
/** 0 = Sunday; the first of January 1970 was a Thursday. */
export const weekday = (date: number) => (date + 4) % 7
/** A moment of a day, by its minute. */
export const momentOf = (date: number, minutes: number) => date * day - ahead + minutes * minute
/** `08:30` → 510. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
/** To the millisecond: 2026-04-30 08:15:00.000. */
export const exact = (at: number) => new Date(at + ahead).toISOString().slice(0, 23).replace('T', ' ')
/** For people: 2026-04-30 08:15. */
export const shown = (at: number) => exact(at).slice(0, 16)
