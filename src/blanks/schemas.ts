import { z } from 'zod'
import { line, whole } from '../kit/fields.ts'

/** So many sets make a pad; more at once is a typing error. */
const most = 50

export const blankOrder = z.strictObject({
  unit: z.string().max(40).optional(),
  count: whole('Xin ghi số bộ phiếu.').pipe(z.number().min(1, 'Ít nhất 1 bộ.').max(most, `Nhiều nhất ${most} bộ.`)),
})
export const spoiling = z.strictObject({ code: line(40), reason: line(200) })

export const blankBatch = z.strictObject({ id: z.uuid(), links: z.strictObject({ sets: z.string() }) })
export const spoiled = z.strictObject({ code: z.string() })
