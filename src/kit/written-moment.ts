import { localMoment } from './time.ts'

/** `23/11/2026 14:05` as people write it, `14 giờ 05` too → RFC 3339 in UTC; null for what is no moment. */
export function writtenMoment(written = ''): string | null {
  const [, date, month, year, hours, minutes] =
    /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[\s,]+(\d{1,2})\s*(?::|giờ|g|h)\s*(\d{2})\s*$/.exec(written) ?? []
  const at = localMoment(`${year}-${two(month)}-${two(date)}`, Number(hours) * 60 + Number(minutes))
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const two = (digits = '') => digits.padStart(2, '0')
