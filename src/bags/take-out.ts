import type { Knex } from 'knex'
import { v5 as uuidv5 } from 'uuid'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import { type Scan, scanNow } from '../custody/scan.ts'
import type { Step } from '../custody/steps.ts'
import { boundaryStep } from '../handovers/boundary-step.ts'
import type { HandedParcel } from '../handovers/handed-parcels.ts'
import { type Acting, isSame, type Side, sideOf } from '../handovers/sides.ts'
import { conflict } from '../kit/errors.ts'
import type { LockedBag } from './locked-bag.ts'

type Out = { bag: LockedBag; parcels: readonly HandedParcel[]; acting: Acting }

/** Ours for all names of this kind; any fixed UUID would do. */
const namespace = '5d0a7c86-0f3b-4a7c-9c56-8e1b2a4f6d90'

/**
 * The facts of a count: who opens the bag has what was found in it, whoever held it by the record, and it is in no bag any
 * more. Their ids follow from bag, step and code: a bag is opened once. Throws conflict `cannot_take` when one is refused.
 */
export async function takeOut(db: Knex, { bag, parcels, acting }: Out, doing: Doing): Promise<void> {
  const scans = parcels.flatMap(parcel => scansOf(parcel, bag, acting, doing))
  if (!scans.length) return
  for (const { verdict, code, message } of await recordScans(db, scans, doing))
    if (verdict === 'refused') throw conflict('cannot_take', `${code}: ${message ?? ''}`.trim())
}

function scansOf(parcel: HandedParcel, bag: LockedBag, acting: Acting, doing: Doing): Scan[] {
  const { sealedIn } = parcel
  const giver = sideOf(parcel.holder)
  const isHere = giver !== null && isSame(giver, acting.side)
  const isIn = sealedIn?.code === bag.code
  const say = (step: Step, counter: number, inBag: Scan['bag']) =>
    scanNow({ ...said(step, parcel, bag, acting, doing), counter, bag: inBag }, doing.now)
  // What came in its bag is taken out of it only afterwards: the counter keeps the two in order.
  const came = say(boundaryStep(giver ?? carrier, acting.side.kind, parcel), 0, isIn ? sealedIn : null)
  return [...(isHere ? [] : [came]), ...(isIn || (sealedIn && isHere) ? [say('unpack', 1, null)] : [])]
}

const said = (step: Step, { code }: HandedParcel, bag: LockedBag, { assignment }: Acting, { by }: Doing) => ({
  id: uuidv5(`${bag.id} ${step} ${code}`, namespace),
  step,
  code,
  // In no other capacity: one who is clerk and courier opens as the unit that has the bag.
  by: { ...by, assignments: [assignment] },
  unit: assignment.unit,
})

/** The national network hands over as a courier does. */
const carrier: Side = { kind: 'courier', unit: '', person: null }
