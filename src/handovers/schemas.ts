import { z } from 'zod'
import { conditions } from '../custody/reasons.ts'
import { line, moment, oneOf } from '../kit/fields.ts'
import { pageSize } from '../kit/paging.ts'
import { choices, differenceKinds, directions, modes, states } from './options.ts'

const codes = z.array(z.string().max(40)).max(500)
const condition = oneOf(conditions, 'Xin chọn tình trạng.')

export const release = z.strictObject({
  to: z.strictObject({ unit: z.string().max(40).optional(), person: z.uuid().toLowerCase().optional() }),
  codes: codes.min(1, 'Xin quét hoặc nhập mã bưu gửi.'),
})

/** Whoever signs on another's phone proves who they are; it opens nothing. */
const signer = z.strictObject({ username: z.string().max(80), password: z.string().max(200) })

export const acceptance = z.strictObject({
  mode: oneOf(modes, 'Xin chọn cách nhận.'),
  codes: codes.optional(),
  count: z.int().min(0).optional(),
  condition: condition.optional(),
  conditions: z.record(z.string().max(40), condition).optional(),
  reservation: line(300).optional(),
  paper_number: line(40).optional(),
  signed_at: moment.optional(),
  signer: signer.optional(),
})

export const reason = z.strictObject({ reason: line(300) })
export const asked = z.strictObject({
  which: oneOf(choices).default('mine'),
  limit: pageSize,
  after: z.uuid().optional(),
})

const party = z.strictObject({
  kind: z.enum(['post_office', 'police_unit', 'courier']),
  unit: z.string(),
  unit_name: z.string(),
  person: z.uuid().nullable(),
  name: z.string().nullable(),
})
const head = {
  id: z.uuid(),
  number: z.string(),
  state: oneOf(states),
  direction: oneOf(directions),
  is_implicit: z.boolean(),
  is_self: z.boolean(),
  giver: party,
  taker: party,
  released_at: z.string().nullable(),
  accepted_at: z.string().nullable(),
}
const difference = z.strictObject({
  id: z.uuid(),
  kind: oneOf(differenceKinds),
  code: z.string(),
  giver_closed_at: z.string().nullable(),
  giver_reason: z.string().nullable(),
  taker_closed_at: z.string().nullable(),
  taker_reason: z.string().nullable(),
  is_closed: z.boolean(),
})
const listedParcel = z.strictObject({
  code: z.string(),
  is_listed: z.boolean(),
  is_accepted: z.boolean().nullable(),
  condition: condition.nullable(),
})

export const handover = z.strictObject({
  ...head,
  mode: oneOf(modes).nullable(),
  condition: condition.nullable(),
  reservation: z.string().nullable(),
  paper_number: z.string().nullable(),
  parcels: z.array(listedParcel),
  short: z.array(z.string()),
  over: z.array(z.string()),
  differences: z.array(difference),
  links: z.strictObject({ sheet: z.string() }),
})

const item = z.strictObject({
  ...head,
  parcels: z.number(),
  differences: z.number(),
  is_mine_to_accept: z.boolean(),
  is_mine_to_explain: z.boolean(),
  is_aged: z.boolean(),
})
export const handoverList = z.strictObject({ items: z.array(item), next: z.uuid().nullable() })
export const closed = z.strictObject({ id: z.uuid(), is_closed: z.boolean() })

export const unlistedSignature = z.strictObject({ events: z.array(z.uuid().toLowerCase()).min(1).max(2000) })
const unlisted = z.strictObject({
  id: z.uuid(),
  giver: party,
  taker: party,
  day: z.string(),
  parcels: z.number(),
  last_at: z.string(),
})
export const unlistedDetail = z.strictObject({
  giver: party,
  taker: party,
  day: z.string(),
  parcels: z.array(z.strictObject({ code: z.string(), event: z.uuid(), at: z.string() })),
})
export const unlistedList = z.strictObject({ items: z.array(unlisted) })
