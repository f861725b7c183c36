import { conflict } from '../kit/errors.ts'
import { localDate, shortDate } from '../kit/time.ts'
import { afterWorkingDays, type Calendar, workingDaysBetween } from '../places/calendar.ts'

/** The collection notices (giấy mời) a receiver has got of a parcel: how many, and when the last. */
export type Invited = { notices: number; noticed_at: Date | null }

/** Luật Bưu chính art. 17.1: at least two notices, this many working days apart. */
const apart = 2

/** Whether the second notice may be left at `now`. Pure. */
export const mayInviteAgain = ({ notices, noticed_at }: Invited, calendar: Calendar, now: Date): boolean =>
  notices === 1 && noticed_at !== null && workingDaysBetween(calendar, noticed_at, now) >= apart

/**
 * Which notice it is that somebody leaves at `now`. Pure. Throws conflict `notice_too_early` with the first day on which
 * it may be left, or `notices_left` when both were.
 */
export function noticeNumber(invited: Invited, calendar: Calendar, now: Date): 1 | 2 {
  const { notices, noticed_at } = invited
  if (!notices || !noticed_at) return 1
  if (notices > 1) throw conflict('notices_left', 'Đã gửi đủ hai giấy mời.')
  if (mayInviteAgain(invited, calendar, now)) return 2
  const from = shortDate(localDate(afterWorkingDays(calendar, noticed_at, apart)))
  throw conflict('notice_too_early', `Giấy mời lần 2 cách lần 1 hai ngày làm việc: gửi được từ ngày ${from}.`)
}
