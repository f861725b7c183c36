import { z } from 'zod'
import { isoDate, line, oneOf } from '../kit/fields.ts'
import { attemptMeasures, attemptReasons, capacities, lodgeFailures } from './reasons.ts'
import type { Step } from './steps.ts'

const saidReason = z.object({ reason: line(200) })

/** A date as the browser sends it, or as people write it: 23/11/2026. */
const writtenDate = z
  .string()
  .transform(text =>
    text.trim().replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_, d, m, y) => `${y}-${two(m)}-${two(d)}`),
  )
  .pipe(isoDate)
const two = (digits: string) => digits.padStart(2, '0')

/** What the scan station asks for beside the code, by step. More than a fact must have where a person can be asked. */
export const scanDetails: Partial<Record<Step, z.ZodObject>> = {
  attempt: z.object({
    reason: oneOf(attemptReasons, 'Xin chọn vì sao chưa phát được.'),
    measure: oneOf(attemptMeasures, 'Xin chọn việc làm tiếp.'),
  }),
  deliver: z.object({ capacity: oneOf(capacities, 'Xin chọn ai đã nhận.') }),
  hold: z.object({ until: writtenDate }),
  invite: z.object({ number: z.enum(['1', '2'], 'Xin chọn giấy mời lần thứ mấy.').transform(Number) }),
  lodge_failed: z.object({ reason: oneOf(lodgeFailures, 'Xin chọn vì sao chưa giao được.') }),
  pack: z.object({ bag: line(40).toUpperCase() }),
  redirect: z.object({ office: z.string().min(1, 'Xin chọn bưu cục chuyển đến.') }),
  send_back: z.object({ reason: oneOf(attemptReasons, 'Xin chọn vì sao chuyển hoàn.') }),
  report_lost: saidReason,
  report_damaged: saidReason,
  find: saidReason,
}
