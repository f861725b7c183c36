import { z } from 'zod'
import { standings } from './fact.ts'
import { sources, verdictNames } from './scan.ts'
import { holderKinds } from './steps.ts'

/** The shapes in which custody answers: they document the API and type nothing twice. */
const holder = z.strictObject({ kind: z.enum(holderKinds), unit: z.string().nullable(), person: z.uuid().nullable() })

export const verdict = z.strictObject({
  id: z.uuid(),
  verdict: z.enum(verdictNames),
  code: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
  flags: z.array(z.string()).optional(),
  first: z.uuid().optional(),
  parcel: z.strictObject({ code: z.string(), holder, step: z.string().nullable() }).optional(),
})
export const verdicts = z.strictObject({ verdicts: z.array(verdict) })

const fact = z.strictObject({
  id: z.uuid(),
  step: z.string(),
  by: z.string(),
  unit: z.string().nullable(),
  occurred_at: z.string(),
  recorded_at: z.string(),
  source: z.enum(sources),
  standing: z.enum(standings),
  flags: z.array(z.string()),
})
export const scanned = z.strictObject({
  code: z.string(),
  purpose: z.string(),
  holder,
  since: z.string(),
  step: z.string().nullable(),
  history: z.array(fact),
  links: z.strictObject({ label: z.string() }),
})

const review = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  code: z.string(),
  step: z.string().nullable(),
  opened_at: z.string(),
  by: z.string(),
  unit: z.string().nullable(),
  times: z.int().nullable(),
  seen_at: z.string().nullable(),
})
export const reviewList = z.strictObject({ items: z.array(review), next: z.uuid().nullable() })
