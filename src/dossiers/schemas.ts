import { z } from 'zod'
import { isoDate, line, oneOf, whole } from '../kit/fields.ts'
import { pageSize } from '../kit/paging.ts'
import { envelopes, resultKinds } from './options.ts'
import type { decisions } from './status.ts'

const amount = z.strictObject({ amount: z.int().nullable(), currency: z.string().optional(), note: z.string() })
const fees = z.strictObject({ state: amount, postage: amount.extend({ is_verified: z.boolean() }) })

export const takenIn = z.strictObject({
  reference: z.string(),
  official_code: z.string().nullable(),
  lookup_code: z.string(),
  status: z.string(),
  parcel: z.strictObject({ code: z.string() }).nullable(),
  fees,
  links: z.record(z.string(), z.string()),
})

/** Members grow; what is listed here stays. */
export const dossier = z.looseObject({
  reference: z.string(),
  official_code: z.string().nullable(),
  status: z.string(),
  service: z.string(),
  procedure: z.strictObject({ id: z.string(), name: z.string(), field: z.string() }),
  desk: z.string(),
  return_to: z.string(),
  due_on: z.string().nullable(),
  created_at: z.string(),
  version: z.int(),
})
export const dossierPage = z.strictObject({ items: z.array(dossier), next: z.string().nullable() })

export const dossierQuery = z.strictObject({
  status: z.string().max(40).optional(),
  field: z.string().max(40).optional(),
  q: z.string().max(120).optional(),
  after: z.string().max(40).optional(),
  limit: pageSize,
})

const reason = line(500)

/** What each decision says. */
export const decisionBodies = {
  acceptance: z.strictObject({
    due: isoDate.optional(),
    official_code: z.string().max(40).optional(),
    condition: line(200).optional(),
  }),
  supplement_request: z.strictObject({
    items: z.array(line(300)).min(1, 'Xin ghi giấy tờ cần bổ sung.').max(40),
    reason,
    until: isoDate,
  }),
  supplement: z.strictObject({}),
  refusal: z.strictObject({ reason }),
  extension: z.strictObject({ reason, due: isoDate }),
  stop: z.strictObject({ reason }),
  withdrawal: z.strictObject({ reason }),
  result: z.strictObject({ kind: oneOf(resultKinds), papers: z.array(line(200)).max(40).default([]) }),
} satisfies Record<keyof typeof decisions, z.ZodType>

export const parcelRequest = z.strictObject({
  purpose: oneOf(envelopes),
  dossiers: z.array(z.string().max(40)).min(1, 'Xin chọn ít nhất một hồ sơ.').max(200),
  weight_g: z.coerce.number().int().min(1).max(50_000).optional(),
  item_code: z.string().max(30).optional(),
})
export type ParcelRequest = z.output<typeof parcelRequest>

const part = whole('Xin ghi số tiền bằng chữ số.').pipe(z.number().min(1, 'Xin ghi số tiền lớn hơn 0.'))

/** State fee and postage are different money: each has its own amount, and one is enough. */
const refundParts = z.strictObject({ state_amount: part.optional(), postage_amount: part.optional(), reason })
export const refundRequest = refundParts.refine(({ state_amount, postage_amount }) => state_amount || postage_amount, {
  path: ['state_amount'],
  error: 'Xin ghi số tiền lệ phí hoặc cước cần hoàn.',
})
export const refundPayment = z.strictObject({ receipt: line(40) })

export const newLookup = z.strictObject({ paper_seen: line(120) })
