import { localDate, localMoment } from './time.ts'

/** `23/11/2026 14:05` as people write it, `14 giờ 05` too → RFC 3339 in UTC; null for what is no moment. */
export function writtenMoment(written = ''): string | null {
  const [, date, month, year, hours, minutes] =
    /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[\s,]+(\d{1,2})\s*(?::|giờ|g|h)\s*(\d{2})\s*$/.exec(written) ?? []
  const day = `${year}-${two(month)}-${two(date)}`
  const at = localMoment(day, Number(hours) * 60 + Number(minutes))
  // The 31st of February would be the 3rd of March, 25 o'clock the next day.
  const isMoment = !Number.isNaN(at.getTime()) && Number(minutes) < 60 && localDate(at) === day
  return isMoment ? at.toISOString() : null
}

const two = (digits = '') => digits.padStart(2, '0')
