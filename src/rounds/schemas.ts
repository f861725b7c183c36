import { z } from 'zod'
import { attemptMeasures, attemptReasons, capacities, leftWith } from '../custody/reasons.ts'
import { verdict } from '../custody/schemas.ts'
import { isoDate, line, moment, oneOf, whole } from '../kit/fields.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { collectables, dueDeeds, envelopeStates, papersSeen, parcelStates } from './options.ts'

const code = z.string().max(80).overwrite(normaliseItemCode)
const collectable = oneOf(collectables, 'Xin chọn giấy tờ trong danh sách.')
const amount = whole('Xin ghi số tiền bằng đồng.').refine(
  n => n >= 0 && n <= 1_000_000_000,
  'Số tiền này không thể có.',
)

export const plannedPapers = z.array(collectable).max(10)
const planned = z.union([
  code.transform(written => ({ code: written, papers: [] })),
  z.strictObject({ code, papers: plannedPapers }),
])
/** Parcels in the order of the way; one with papers to collect back says which. */
export const newRound = z.strictObject({ courier: z.uuid().toLowerCase(), codes: z.array(planned).min(1).max(200) })
export const closing = z.strictObject({ handed_in: amount })

/** Small enough to be kept with a thousand others; a PNG says so in its first bytes. */
const png = z
  .base64()
  .max(70_000)
  .transform(text => Buffer.from(text, 'base64'))
  .refine(
    bytes => bytes.length <= 51_200 && bytes.subarray(1, 4).toString() === 'PNG',
    'Chữ ký là ảnh PNG, nhiều nhất 50 kB.',
  )

const means = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('sheet') }),
    z.strictObject({ kind: z.literal('slip_code'), code: line(40) }),
    z.strictObject({ kind: z.literal('witness'), name: line(120) }),
    z.strictObject({ kind: z.literal('signature'), png }),
  ],
  'Xin chọn người nhận xác nhận bằng cách nào.',
)

const tail = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{4}$/, 'Xin ghi 4 ký tự cuối của giấy tờ.')

const taking = {
  capacity: oneOf(capacities, 'Xin chọn ai đã nhận.'),
  name: line(120),
  paper: z.strictObject({ kind: oneOf(papersSeen, 'Xin chọn loại giấy tờ đã xem.'), tail }).optional(),
  means,
  collected: amount,
  papers: z.array(collectable).max(10).default([]),
  envelope: code.optional(),
}

/** By its own id it is one report, however often it is sent. The times are the device's, as of a scan. */
const told = {
  id: z.uuid().toLowerCase(),
  occurred_at: moment.optional(),
  sent_at: moment.optional(),
  device: z.string().max(80).optional(),
  counter: z.int().min(0).optional(),
}
const some = { codes: z.array(code).min(1).max(100).optional() }

export const stopReport = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('delivered'), ...told, ...some, ...taking }),
  z.strictObject({
    outcome: z.literal('attempted'),
    ...told,
    ...some,
    reason: oneOf(attemptReasons, 'Xin chọn vì sao chưa phát được.'),
    measure: oneOf(attemptMeasures, 'Xin chọn việc làm tiếp.'),
    again_on: isoDate.optional(),
    called_at: moment.optional(),
    notice: z.strictObject({ left_with: oneOf(leftWith).optional() }).optional(),
  }),
])
/** As an address says it; nothing else is a stop. */
export const stopNumber = z.coerce.number().int().min(1).max(9999)
export const collection = z.strictObject({ ...told, codes: z.array(code).min(1).max(100), ...taking })
export const notice = z.strictObject({ left_with: oneOf(leftWith, 'Xin chọn giấy mời để lại cho ai.') })

const parcel = z.strictObject({
  code: z.string(),
  state: z.enum(Object.keys(parcelStates)),
  moved_to: z.string().nullable(),
  hands: z.string().nullable(),
  to_collect: z.int().nullable(),
  papers: z.array(collectable),
  notices: z.int(),
})
const stop = z.strictObject({
  stop: z.int(),
  receiver: z.strictObject({ name: z.string(), phone: z.string().nullable(), address: z.string() }),
  is_open: z.boolean(),
  to_collect: z.int().nullable(),
  parcels: z.array(parcel),
})
const record = z.strictObject({
  parcels: z.array(
    z.strictObject({
      code: z.string(),
      stop: z.int(),
      state: z.enum(Object.keys(parcelStates)),
      moved_to: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  envelopes: z.array(z.strictObject({ code: z.string(), papers: z.array(collectable), state: oneOf(envelopeStates) })),
  missing_papers: z.array(z.strictObject({ code: z.string(), papers: z.array(collectable) })),
  carried_over: z.array(z.strictObject({ code: z.string(), round: z.string() })),
  cash: z.strictObject({ to_collect: z.int(), unknown: z.int(), collected: z.int(), handed_in: z.int() }),
  differences: z.strictObject({ parcels: z.int(), papers: z.int(), collected: z.int(), handed_in: z.int() }),
})
export const round = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  courier: z.strictObject({ id: z.uuid(), name: z.string() }),
  unit: z.string(),
  state: z.enum(['open', 'closed']),
  opened_at: z.string(),
  closed_at: z.string().nullable(),
  stops: z.array(stop),
  /** Told by a phone after the closing: its record does not know of them. */
  late_reports: z.int(),
  record: record.nullable(),
  links: z.strictObject({ sheet: z.string(), notices: z.string(), closing: z.string().nullable() }),
})

export const reported = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(['delivered', 'attempted']),
  verdicts: z.array(verdict),
  proof: z.string().nullable(),
  to_collect: z.int().nullable(),
  collected: z.int().nullable(),
  envelope: z.string().nullable(),
})
export const noticed = z.strictObject({ code: z.string(), number: z.literal([1, 2]) })
export const dueList = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      unit: z.string(),
      deed: oneOf(dueDeeds),
      notices: z.int(),
      noticed_at: z.string().nullable(),
      held_until: z.string().nullable(),
    }),
  ),
})
export const proof = z.strictObject({
  code: z.string(),
  name: z.string(),
  capacity: z.string(),
  paper: z.strictObject({ kind: z.string(), tail: z.string() }).nullable(),
  means: z.string(),
  witness: z.string().nullable(),
  signature: z.string().nullable(),
  digest: z.string(),
  is_as_told: z.boolean(),
  signature_png: z.string().nullable(),
})
