import { v5 as uuidv5 } from 'uuid'
import { effectiveAt } from '../custody/judge-scan.ts'
import { type Scan, scanNow } from '../custody/scan.ts'
import type { Step } from '../custody/steps.ts'
import type { Actor } from '../people/actor.ts'
import type { Report, When } from './report.ts'

/** What a report says of one parcel. */
export type Said = { step: Step; code: string; detail?: Scan['detail'] }

/** Ours for all names of this kind; any fixed UUID would do. */
const namespace = '0b7f6a3c-2f7e-4a35-9c1d-7d8f3f5a9be1'

/** The scan of one thing that a report says: its id follows from the report's own, its times are the device's. */
export function reportScan(
  { step, code, detail = {} }: Said,
  { id, when }: Report,
  { by, unit, now }: { by: Actor; unit: string; now: Date },
): Scan {
  const own = uuidv5(JSON.stringify([by.id, id, step, code]), namespace)
  const { device, counter } = when
  return { ...scanNow({ id: own, step, code, detail, by, unit }, now), ...timesOf(when, now), device, counter }
}

/** When it happened by our clock: the device's own error is taken out, as of any scan. */
export const happenedAt = (when: When, now: Date): Date => effectiveAt({ ...timesOf(when, now), received_at: now })

/** What says no time happens now. Nothing was sent before what it tells. */
function timesOf({ occurred_at, sent_at }: When, now: Date) {
  const [happened, sent] = [occurred_at ?? now, sent_at ?? now]
  return { occurred_at: happened, sent_at: sent < happened ? happened : sent }
}
