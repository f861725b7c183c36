import { z } from 'zod'
import { inIsoOrder } from '../kit/written-day.ts'
import { details } from './details.ts'
import type { Step } from './steps.ts'

/** A date as the browser sends it, or as people write it: 23/11/2026. */
const writtenDate = z.string().transform(inIsoOrder)

/** What the scan station asks for beside the code, by step, as a form writes it. Where a person can be asked, they have to say who took it. */
export const scanDetails: Partial<Record<Step, z.ZodObject>> = {
  attempt: details.attempt.omit({ again_on: true, called_at: true }),
  deliver: details.deliver.pick({ capacity: true }).required(),
  hold: z.object({ until: writtenDate.pipe(details.hold.shape.until) }),
  invite: z.object({ number: z.coerce.number().pipe(details.invite.shape.number) }),
  lodge_failed: details.lodge_failed,
  pack: z.object({ bag: z.string().trim().toUpperCase().pipe(details.pack.shape.bag) }),
  redirect: details.redirect,
  send_back: details.send_back,
  report_lost: details.report_lost,
  report_damaged: details.report_damaged,
  find: details.find,
}
