import type { z } from 'zod'
import type { Report, When } from './report.ts'
import type { collection, stopReport } from './schemas.ts'

type Told = {
  occurred_at?: Date | undefined
  sent_at?: Date | undefined
  device?: string | undefined
  counter?: number | undefined
}
type Taken = Omit<z.output<typeof collection>, 'codes'> & { codes?: string[] | undefined }

/** A report of a stop out of the body that was sent. */
export function reportOf(body: z.output<typeof stopReport>): Report {
  if (body.outcome === 'delivered') return takingOf(body)
  const { id, codes = null, reason, measure, again_on = null, called_at = null, notice } = body
  const left = notice ? { left_with: notice.left_with ?? null } : null
  const what = { outcome: 'attempted' as const, reason, measure, again_on, called_at, notice: left }
  return { id, codes, when: whenOf(body), what }
}

/** A taking over a counter, or at a door, out of the body that was sent. */
export function takingOf(body: Taken): Report {
  const { id, codes = null, capacity, name, paper = null, means, collected, papers, envelope = null } = body
  const what = { outcome: 'delivered' as const, capacity, name, paper, means, collected, papers, envelope }
  return { id, codes, when: whenOf(body), what }
}

const whenOf = ({ occurred_at, sent_at, device, counter }: Told): When => ({
  occurred_at: occurred_at ?? null,
  sent_at: sent_at ?? null,
  device: device ?? null,
  counter: counter ?? null,
})
