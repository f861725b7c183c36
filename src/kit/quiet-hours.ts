import { localDate, localMinutes, localMoment, nextDate } from './time.ts'

/** Minutes of the day in which people are left in peace; hours that end before they begin go over midnight. */
export type QuietHours = { quiet_from: number; quiet_until: number }

/** Whether people are left in peace at this moment. */
export function isQuiet({ quiet_from, quiet_until }: QuietHours, now: Date): boolean {
  const at = localMinutes(now)
  if (quiet_from <= quiet_until) return at >= quiet_from && at < quiet_until
  return at >= quiet_from || at < quiet_until
}

/** Since when people may be written to without a break; `now` while they may not, null where they always may. */
export function openSince(hours: QuietHours, now: Date): Date | null {
  if (hours.quiet_from === hours.quiet_until) return null
  if (isQuiet(hours, now)) return now
  const today = localMoment(localDate(now), hours.quiet_until)
  return today <= now ? today : localMoment(nextDate(localDate(now), -1), hours.quiet_until)
}
