import { z } from 'zod'
import { line, oneOf } from '../kit/fields.ts'
import { pageSize } from '../kit/paging.ts'
import { choices, differenceKinds, states } from './options.ts'

const codes = z.array(z.string().max(40)).max(500)
const weight = z.int('Xin ghi số gam.').min(1, 'Xin ghi số gam.').max(50_000, 'Nhiều nhất 50 000 g.')

export const making = z.strictObject({ to_unit: z.string('Xin chọn nơi nhận.').min(1, 'Xin chọn nơi nhận.').max(40) })
export const packing = z.strictObject({ codes: codes.min(1, 'Xin quét hoặc nhập mã bưu gửi.') })
export const sealing = z.strictObject({ seal: line(40).optional(), weight_g: weight.optional() })
/** A bag may turn out to be empty: no code is an answer too. */
export const opening = z.strictObject({ codes, seal: line(40).optional(), weight_g: weight.optional() })
export const reason = z.strictObject({ reason: line(300) })
export const asked = z.strictObject({
  which: oneOf(choices).default('mine'),
  limit: pageSize,
  after: z.uuid().optional(),
})

const place = z.strictObject({ unit: z.string(), name: z.string() })
const head = {
  code: z.string(),
  state: oneOf(states),
  from: place,
  to: place,
  made_at: z.string(),
  sealed_at: z.string().nullable(),
  opened_at: z.string().nullable(),
  opened_by: place.nullable(),
}
const difference = z.strictObject({
  id: z.uuid(),
  kind: oneOf(differenceKinds),
  code: z.string().nullable(),
  giver_closed_at: z.string().nullable(),
  giver_reason: z.string().nullable(),
  taker_closed_at: z.string().nullable(),
  taker_reason: z.string().nullable(),
  is_closed: z.boolean(),
})

export const bag = z.strictObject({
  ...head,
  is_blind: z.boolean(),
  count: z.int().nullable(),
  seal: z.string().nullable(),
  weight_g: z.int().nullable(),
  found_seal: z.string().nullable(),
  found_weight_g: z.int().nullable(),
  parcels: z.array(z.strictObject({ code: z.string(), is_inside: z.boolean(), is_found: z.boolean().nullable() })),
  short: z.array(z.string()),
  over: z.array(z.string()),
  differences: z.array(difference),
  links: z.strictObject({ label: z.string() }),
})

const item = z.strictObject({
  ...head,
  differences: z.int(),
  is_mine_to_explain: z.boolean(),
  /** The offices that hold what is in it, by the record; none while it is on the road. */
  held_by: z.array(z.string()),
})
export const bagList = z.strictObject({ items: z.array(item), next: z.uuid().nullable() })
export const closed = z.strictObject({ id: z.uuid(), is_closed: z.boolean() })
