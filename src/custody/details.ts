import { z } from 'zod'
import { isoDate, line, oneOf } from '../kit/fields.ts'
import { attemptMeasures, attemptReasons, capacities, conditions, leftWith, lodgeFailures } from './reasons.ts'
import type { Step } from './steps.ts'

const taken = z.strictObject({ condition: oneOf(conditions).optional() })
const handed = z.strictObject({ capacity: oneOf(capacities).optional() })
const explained = z.strictObject({ reason: line(200) })
const office = z.string().regex(/^\d{6}$/, 'Mã bưu cục có 6 chữ số.')
const nothing = z.strictObject({})

/** What each step may and must say. Words from lists, codes and dates: a fact holds no personal data. */
export const details: Record<Step | 'correct', z.ZodType> = {
  accept: taken,
  collect: taken,
  withdraw: nothing,
  pack: z.strictObject({ bag: z.string().regex(/^[A-Z0-9-]{1,40}$/, 'Mã túi gồm chữ hoa và số.') }),
  unpack: nothing,
  depart: nothing,
  arrive: taken,
  lodge: taken,
  lodge_failed: z.strictObject({ reason: oneOf(lodgeFailures) }),
  transfer: taken,
  hand_back: taken,
  return_in_person: handed,
  load: nothing,
  take_over: taken,
  deliver: handed,
  attempt: z.strictObject({
    reason: oneOf(attemptReasons),
    measure: oneOf(attemptMeasures),
    again_on: isoDate.optional(),
  }),
  invite: z.strictObject({ number: z.union([z.literal(1), z.literal(2)]), left_with: oneOf(leftWith).optional() }),
  redirect: z.strictObject({ office }),
  hold: z.strictObject({ until: isoDate }),
  send_back: z.strictObject({ reason: oneOf(attemptReasons) }),
  take_back: taken,
  report_lost: explained,
  report_damaged: explained,
  find: explained,
  correct: explained,
}
