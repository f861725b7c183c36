import { statusOf } from '../dossiers/dossier-view.ts'
import type { DossierStatus } from '../dossiers/status.ts'
import type { Dong } from '../kit/money.ts'
import { maskName } from '../kit/text.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { claimableSince, saidOfReceiver } from '../promises/excuses.ts'
import { standingOf } from '../promises/standing.ts'
import { type Situation, situationOf } from './situation.ts'
import { type Stage, stageOf } from './stage.ts'
import { type Moment, timeline, vietnamese, type Words } from './timeline.ts'
import type { Place, Promised, Tracked } from './tracked.ts'

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
  /** Whether its receiver may say that they were at home. */
  can_claim: boolean
  supplement: { items: string[]; reason: string; until: string } | null
  bring: 'own_paper' | 'own_paper_or_authorisation' | 'household_paper' | null
  pay: { postage: Dong | null; state: Dong | null; postage_due: boolean; state_due: boolean } | null
  moments: Moment[]
  /** Members whose value no source confirmed: `postage`, `due_on`, `official_code`, `return_office`. */
  unverified: string[]
}

/** Everything the lookup code opens, as of `now`. */
export function publicView(tracked: Tracked, now: Date, words: Words = vietnamese): PublicView {
  const { envelope, promise, desk } = tracked
  const status = statusOf(tracked)
  const situation = situationOf(status, envelope)
  const moments = timeline(tracked, words)
  return {
    reference: tracked.reference,
    official_code: tracked.official_code,
    status,
    stage: stageOf(tracked, envelope),
    situation,
    thing: envelope?.purpose === 'refused_papers' ? 'papers' : 'result',
    procedure: tracked.is_sensitive ? null : tracked.procedure_name,
    applicant: maskName(tracked.applicant_name),
    receiver: maskName(tracked.receiver_name),
    where: envelope
      ? { kind: envelope.holder_kind, unit: envelope.holder_name }
      : { kind: 'police_unit', unit: desk.name },
    desk,
    office: tracked.office,
    return_to: tracked.return_to,
    is_collected: tracked.return_to === 'post_office',
    is_ready: situation === 'ready_to_collect' || situation === 'kept_at_office',
    held_until: envelope?.held_until ?? null,
    due_on: tracked.due_on,
    promised_by: promise && isFirm(promise) ? promise.due_at : null,
    is_late: isLate(tracked, situation, now),
    returned_at: tracked.returned_at,
    attempt: moments.findLast(({ step }) => step === 'attempt')?.detail ?? null,
    can_claim: tracked.returned_at === null && tracked.facts.some(fact => isClaimable(fact, now)),
    supplement: tracked.supplement,
    bring: tracked.return_to === 'desk' ? 'own_paper' : bring[tracked.hands],
    pay: payOf(tracked),
    moments,
    unverified: tracked.unverified,
  }
}

const isClaimable = ({ step, at, detail }: Tracked['facts'][number], now: Date) =>
  step === 'attempt' && at > claimableSince(now) && saidOfReceiver.includes(String(detail.reason))

/** While a promise is paused for nobody knows how long, nobody can name its hour. */
const isFirm = ({ is_stopped, paused_at, paused_until }: Promised) =>
  !is_stopped && (!paused_at || paused_until !== null)

/** Either promise can be broken: the post's 48 hours, or the day the police set. */
function isLate({ promise, due_on }: Tracked, situation: Situation, now: Date): boolean {
  if (promise) return !promise.is_stopped && standingOf(promise, now) === 'late'
  return situation === 'in_process' && due_on !== null && due_on < localDate(now)
}

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
