import { localDate, localMoment, minutesOf } from './time.ts'

/** `23/11/2026 14:05` as people write it, `14 giờ 05` too → RFC 3339 in UTC; null for what is no moment. */
export function writtenMoment(written = ''): string | null {
  const [, date, month, year, hours, minutes] =
    /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[\s,]+(\d{1,2})\s*(?::|giờ|g|h)\s*(\d{2})\s*$/.exec(written) ?? []
  const day = `${year}-${two(month)}-${two(date)}`
  const time = minutesOf(`${hours}:${minutes}`)
  if (time === null) return null
  const at = localMoment(day, time)
  // The 31st of February would be the 3rd of March, 24 o'clock the next day.
  return !Number.isNaN(at.getTime()) && localDate(at) === day ? at.toISOString() : null
}

const two = (digits = '') => digits.padStart(2, '0')
