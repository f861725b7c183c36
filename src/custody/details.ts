import { z } from 'zod'
import { isoDate, line, oneOf } from '../kit/fields.ts'
import { attemptMeasures, attemptReasons, capacities, conditions, leftWith, lodgeFailures } from './reasons.ts'
import type { Step } from './steps.ts'

const taken = z.strictObject({ condition: oneOf(conditions).optional() })
const handed = z.strictObject({ capacity: oneOf(capacities, 'Xin chọn ai đã nhận.').optional() })
/** Salted SHA-256 of what was said and shown at the door, which lies apart and can be erased. */
const proof = z.string().regex(/^[0-9a-f]{64}$/)
const explained = z.strictObject({ reason: line(200) })
const office = z.string().regex(/^\d{6}$/, 'Xin chọn bưu cục chuyển đến.')
const nothing = z.strictObject({})

/** What each step may and must say. Words from lists, codes and dates: a fact holds no personal data. */
export const details = {
  accept: taken,
  collect: taken,
  withdraw: nothing,
  pack: z.strictObject({ bag: z.string().regex(/^[A-Z0-9-]{1,40}$/, 'Mã túi gồm chữ hoa và số.') }),
  unpack: nothing,
  depart: nothing,
  arrive: taken,
  lodge: taken,
  lodge_failed: z.strictObject({ reason: oneOf(lodgeFailures, 'Xin chọn vì sao chưa giao được.') }),
  transfer: taken,
  hand_back: taken,
  return_in_person: handed,
  load: nothing,
  take_over: taken,
  deliver: handed.extend({ proof: proof.optional() }),
  attempt: z.strictObject({
    reason: oneOf(attemptReasons, 'Xin chọn vì sao chưa phát được.'),
    measure: oneOf(attemptMeasures, 'Xin chọn việc làm tiếp.'),
    again_on: isoDate.optional(),
    /** When the receiver was rung up and did not answer, or said so. */
    called_at: z.iso.datetime({ offset: true }).optional(),
  }),
  invite: z.strictObject({
    number: z.literal([1, 2], 'Xin chọn giấy mời lần thứ mấy.'),
    left_with: oneOf(leftWith).optional(),
  }),
  redirect: z.strictObject({ office }),
  hold: z.strictObject({ until: isoDate }),
  send_back: z.strictObject({ reason: oneOf(attemptReasons, 'Xin chọn vì sao chuyển hoàn.') }),
  take_back: taken,
  report_lost: explained,
  report_damaged: explained,
  find: explained,
  correct: explained,
} satisfies Record<Step | 'correct', z.ZodType>
