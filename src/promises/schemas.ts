import { z } from 'zod'
import { line, moment } from '../kit/fields.ts'

export const standstill = z.strictObject({
  /** A delivery office; left out: the whole province. */
  unit: z.string().max(40).optional(),
  begins_at: moment,
  ends_at: moment,
  reason: line(300),
})
export const settlement = z.strictObject({ upheld: z.boolean(), reason: line(500) })
