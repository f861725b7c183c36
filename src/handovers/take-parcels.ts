import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'
import { details } from '../custody/details.ts'
import type { Doing } from '../custody/doing.ts'
import type { Detail } from '../custody/fact.ts'
import type { conditions } from '../custody/reasons.ts'
import { recordScans } from '../custody/record-scans.ts'
import { type Scan, scanNow, type Verdict } from '../custody/scan.ts'
import type { Step } from '../custody/steps.ts'
import { conflict } from '../kit/errors.ts'
import { boundaryStep } from './boundary-step.ts'
import type { HandedParcel } from './handed-parcels.ts'
import type { Mode } from './options.ts'
import { type Acting, bothSides, sideOf } from './sides.ts'

export type Condition = keyof typeof conditions

/** What is taken: on which sheet, by whom, when, and how each parcel looked. */
export type Taking = {
  sheet: HandoversRow
  acting: Acting
  parcels: readonly (HandedParcel & { condition: Condition | null })[]
  /** Codes that the taker named one by one: who has such a parcel in hand does not have it in its bag. */
  alone: ReadonlySet<string>
  mode: Mode
  at: Date
}

/**
 * Records as facts what a signature says, one for each parcel, through the same verb as every scan. One that contradicts
 * what is known is for review, and its parcel does not change hands. Throws conflict `cannot_take` when one cannot be a
 * fact at all.
 */
export async function takeParcels(db: Knex, taking: Taking, doing: Doing): Promise<void> {
  if (!taking.parcels.length) return
  const scans = taking.parcels.map(parcel => scanOf(parcel, taking, doing))
  const verdicts = await recordScans(db, scans, doing)
  for (const verdict of verdicts) if (verdict.verdict === 'refused') throw cannot(verdict)
}

function scanOf(
  parcel: Taking['parcels'][number],
  { sheet, acting, alone, at, mode }: Taking,
  { by, now }: Doing,
): Scan {
  const { assignment, side } = acting
  // Whoever holds it gives it, also where the list names another; on paper it was the one who had signed.
  const held = mode === 'paper' ? null : sideOf(parcel.holder)
  const giver = held ?? bothSides(sheet).giver
  const step = boundaryStep(giver, assignment.role === 'driver' ? 'driver' : side.kind, parcel)
  return scanNow(
    {
      step,
      code: parcel.code,
      occurred_at: at,
      source: mode === 'paper' ? 'paper' : 'device',
      detail: detailOf(step, parcel.condition),
      // In no other capacity: one who is clerk and courier takes as the one that the sheet names.
      by: { ...by, assignments: [assignment] },
      unit: assignment.unit,
      bag: alone.has(parcel.code) ? null : parcel.sealedIn,
    },
    now,
  )
}

/** Not every step says how the parcel looked. */
const detailOf = (step: Step, condition: Condition | null): Detail =>
  condition && details[step].safeParse({ condition }).success ? { condition } : {}

const cannot = ({ code, message }: Verdict) => conflict('cannot_take', `${code}: ${message ?? ''}`.trim())
