import { z } from 'zod'
import { oneOf } from '../kit/fields.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { collectables, parcelStates } from './options.ts'

const code = z.string().max(80).overwrite(normaliseItemCode)
const collectable = oneOf(collectables, 'Xin chọn giấy tờ trong danh sách.')
const planned = z.union([
  code.transform(written => ({ code: written, papers: [] })),
  z.strictObject({ code, papers: z.array(collectable).max(10) }),
])
/** Parcels in the order of the way; one with papers to collect back says which. */
export const newRound = z.strictObject({ courier: z.uuid().toLowerCase(), codes: z.array(planned).min(1).max(200) })

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
export const round = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  courier: z.strictObject({ id: z.uuid(), name: z.string() }),
  unit: z.string(),
  state: z.enum(['open', 'closed']),
  opened_at: z.string(),
  closed_at: z.string().nullable(),
  stops: z.array(stop),
  links: z.strictObject({ sheet: z.string() }),
})
