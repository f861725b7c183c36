import type { Knex } from 'knex'
import { conflict, invalid } from '../kit/errors.ts'
import { addMs, minute } from '../kit/time.ts'
import { afterWorkingDays } from '../places/calendar.ts'
import { readCalendars } from '../places/queries.ts'
import type { Side } from './sides.ts'

type Signed = { paper_number?: string | undefined; signed_at?: Date | undefined }

/**
 * When a paper sheet was signed: its time is the legal one. Throws invalid without number and time or with one that cannot
 * be, conflict `paper_too_late` when the first working day after it is over.
 */
export async function paperTime(
  db: Knex,
  { paper_number, signed_at }: Signed,
  { taker, released_at, now }: { taker: Side; released_at: Date | null; now: Date },
): Promise<Date> {
  const errors = [
    ...(paper_number ? [] : [{ pointer: '/paper_number', detail: 'Xin ghi số của bảng giấy đã ký.' }]),
    ...(signed_at ? [] : [{ pointer: '/signed_at', detail: 'Xin ghi giờ ký trên bảng giấy.' }]),
  ]
  if (errors.length || !signed_at) throw invalid(errors)
  // Paper knows minutes only: what was signed in the minute of the release was signed after it.
  if (signed_at > now || (released_at && addMs(signed_at, minute) <= released_at))
    throw invalid([{ pointer: '/signed_at', detail: 'Giờ ký phải sau lúc giao và không sau bây giờ.' }])
  const calendars = await readCalendars(db)
  const calendar = calendars(taker.kind === 'police_unit' ? 'agency' : 'counter', taker.unit)
  if (afterWorkingDays(calendar, signed_at, 1) < now)
    throw conflict('paper_too_late', 'Bảng giấy phải nhập trong một ngày làm việc. Xin quét từng bưu gửi.')
  return released_at && signed_at < released_at ? released_at : signed_at
}
