import type { Knex } from 'knex'
import { statusOf } from '../dossiers/dossier-view.ts'
import { lastSupplement, parcelsOf, receiverOf } from '../dossiers/parts.ts'
import type { DossierStatus } from '../dossiers/status.ts'
import { unverifiedOf } from '../dossiers/unverified-of.ts'
import type { Dong } from '../kit/money.ts'
import { maskName } from '../kit/text.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { type DeliveryPromise, deliveryPromise } from '../promises/queries.ts'
import { standingOf } from '../promises/standing.ts'
import { type Situation, situationOf } from './situation.ts'
import { type Stage, stageOf } from './stage.ts'
import { type Moment, timeline, vietnamese, type Words } from './timeline.ts'
import { type Place, placesById, type Tracked, trackedDossier } from './tracked-dossier.ts'

/** What the holder of the slip reads. Names are masked; the procedure is not named where it is sensitive. */
export type PublicView = {
  reference: string
  official_code: string | null
  status: DossierStatus
  stage: Stage
  situation: Situation
  /** What comes home: a result, or papers that the police could not accept. */
  thing: 'result' | 'papers'
  procedure: string | null
  applicant: string
  receiver: string
  where: { kind: string; unit: string | null }
  desk: Place
  /** The post office that hands it out, or whose courier brings it. None where it is fetched at the desk. */
  office: Place | null
  return_to: Tracked['return_to']
  is_collected: boolean
  is_ready: boolean
  held_until: IsoDate | null
  due_on: IsoDate | null
  promised_by: Date | null
  is_late: boolean
  returned_at: Date | null
  /** Why the last delivery failed and what follows. */
  attempt: string | null
  supplement: { items: string[]; reason: string; until: string } | null
  bring: 'own_paper' | 'own_paper_or_authorisation' | 'household_paper' | null
  pay: { postage: Dong | null; state: Dong | null; postage_due: boolean; state_due: boolean } | null
  moments: Moment[]
  /** Members whose value no source confirmed: `postage`, `due_on`, `official_code`, `return_office`. */
  unverified: string[]
}

/** Everything the lookup code opens, as of `now`. */
export async function publicView(
  db: Knex,
  dossierId: string,
  now: Date,
  words: Words = vietnamese,
): Promise<PublicView> {
  const dossier = await trackedDossier(db, dossierId)
  const parcels = await parcelsOf(db, dossierId)
  const current = parcels.at(-1)
  const [moments, supplement, receiver, promise, places] = await Promise.all([
    timeline(db, { dossierId, parcels }, words),
    lastSupplement(db, dossierId),
    receiverOf(db, dossierId),
    current ? deliveryPromise(db, current.id) : null,
    placesById(db, [dossier.desk_id, dossier.return_office]),
  ])
  const status = statusOf(dossier)
  const situation = situationOf(status, current ?? null)
  return {
    reference: dossier.reference,
    official_code: dossier.official_code,
    status,
    stage: stageOf(dossier, current),
    situation,
    thing: current?.purpose === 'refused_papers' ? 'papers' : 'result',
    procedure: dossier.is_sensitive ? null : dossier.procedure_name,
    applicant: maskName(dossier.applicant_name),
    receiver: maskName(receiver.name),
    ...placesOf(dossier, current, places),
    return_to: dossier.return_to,
    is_collected: dossier.return_to === 'post_office',
    is_ready: situation === 'ready_to_collect' || situation === 'kept_at_office',
    held_until: current?.held_until ?? null,
    due_on: dossier.due_on,
    promised_by: promise && isFirm(promise) ? promise.due_at : null,
    is_late: isLate(dossier, situation, promise, now),
    returned_at: dossier.returned_at,
    attempt: moments.findLast(({ step }) => step === 'attempt')?.detail ?? null,
    supplement: supplement && !supplement.received_at ? asked(supplement) : null,
    bring: dossier.return_to === 'desk' ? 'own_paper' : bring[dossier.hands],
    pay: payOf(dossier),
    moments,
    unverified: await unverifiedOf(db, dossier),
  }
}

type Current = Awaited<ReturnType<typeof parcelsOf>>[number] | undefined

function placesOf(dossier: Tracked, current: Current, places: Map<string, Place>) {
  const desk = places.get(dossier.desk_id)
  if (!desk) throw new Error('a dossier names its desk by foreign key')
  const office = places.get(dossier.return_office ?? '') ?? null
  return {
    where: { kind: current?.holder_kind ?? 'police_unit', unit: current ? current.holder_name : desk.name },
    desk,
    office,
  }
}

/** While a promise is paused nobody can name its hour. */
const isFirm = ({ stopped_at, paused_at }: DeliveryPromise) => !stopped_at && !paused_at

/** Either promise can be broken: the post's 48 hours, or the day the police set. */
function isLate({ due_on }: Tracked, situation: Situation, promise: DeliveryPromise | null, now: Date): boolean {
  if (promise) return !promise.stopped_at && standingOf(promise, now) === 'late'
  return situation === 'in_process' && due_on !== null && due_on < localDate(now)
}

const asked = ({ items, reason, until }: { items: string[]; reason: string; until: string }) => ({
  items,
  reason,
  until,
})

const bring = {
  recipient_only: 'own_paper',
  authorised: 'own_paper_or_authorisation',
  household: 'household_paper',
} as const

/** What is still to be paid at the door or the counter. What was paid at intake is not asked again. */
function payOf({ payer, payment_when, postage_amount, state_fee_amount, returned_at }: Tracked): PublicView['pay'] {
  if (returned_at) return null
  const postage_due = payer === 'recipient' && payment_when === 'delivery'
  return { postage: postage_amount, state: state_fee_amount, postage_due, state_due: state_fee_amount === null }
}
