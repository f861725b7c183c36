import { z } from 'zod'
import { holderKinds } from '../custody/steps.ts'
import { oneOf } from '../kit/fields.ts'
import { countStates } from './options.ts'

const codes = z.array(z.string().max(40)).max(500)

export const newCount = z.strictObject({ unit: z.string().max(40), codes: codes.optional() })
export const scanned = z.strictObject({ codes: codes.min(1, 'Xin quét hoặc nhập mã bưu gửi.') })

/** `is_empty`: nothing was scanned because nothing is there. */
export const closing = z.strictObject({ is_empty: z.boolean().default(false) })

const head = {
  id: z.uuid(),
  unit: z.string(),
  unit_name: z.string(),
  state: oneOf(countStates),
  number: z.string().nullable(),
  opened_at: z.string(),
  opened_by: z.string(),
  closed_at: z.string().nullable(),
  closed_by: z.string().nullable(),
}
const difference = z.strictObject({
  code: z.string(),
  holder: z.strictObject({ kind: z.enum(holderKinds), name: z.string().nullable() }),
  since: z.string(),
  times: z.int(),
})

/** What should be there is not said before the closing: whoever counts must not know it. */
export const count = z.strictObject({
  ...head,
  scanned: z.int(),
  unknown: z.array(z.string()),
  matched: z.array(z.string()).nullable(),
  moved: z.array(z.string()).nullable(),
  short: z.array(z.string()).nullable(),
  over: z.array(z.string()).nullable(),
  differences: z.array(difference).nullable(),
  links: z.strictObject({ record: z.string().nullable() }),
})
export const countList = z.strictObject({ items: z.array(z.strictObject(head)), next: z.uuid().nullable() })

const unit = z.strictObject({
  unit: z.string(),
  name: z.string(),
  kind: z.enum(['post_office', 'police_unit']),
  held: z.int(),
  last_counted_at: z.string().nullable(),
  is_counted_today: z.boolean(),
  short: z.int(),
})
export const unitList = z.strictObject({ items: z.array(unit) })
