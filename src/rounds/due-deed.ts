import type { AttemptMeasure } from '../custody/reasons.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import type { Calendar } from '../places/calendar.ts'
import { type Invited, mayInviteAgain } from './notice-number.ts'
import type { DueDeed } from './options.ts'

/** A result that came back undelivered and lies at the office. */
export type Undelivered = Invited & { held_until: IsoDate | null; measure: AttemptMeasure | null }

/**
 * What is to be done with it next. Pure. Luật Bưu chính art. 17.1: it is undeliverable, and goes back, only after two
 * notices; unless its receiver refused it, which the courier says by the measure.
 */
export function dueDeed(parcel: Undelivered, calendar: Calendar, now: Date): DueDeed {
  const { notices, held_until, measure } = parcel
  if (measure === 'send_back') return 'send_back'
  if (notices === 0) return 'first_notice'
  if (mayInviteAgain(parcel, calendar, now)) return 'second_notice'
  if (held_until === null) return 'hold'
  return notices > 1 && held_until < localDate(now) ? 'send_back' : 'wait'
}
