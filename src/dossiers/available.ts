import type { Actor } from '../people/actor.ts'
import { assignmentFor } from '../people/actor.ts'
import { may } from '../people/may.ts'
import { actingUnit } from './acting-unit.ts'
import type { DossierParcel } from './parts.ts'
import type { DossierRow } from './queries.ts'
import { isRefundable, type Refund } from './refund.ts'
import type { ParcelRequest } from './schemas.ts'
import { type Decision, decisions, type StoredStatus } from './status.ts'
import { verbs } from './verbs.ts'

export type Available = { decision: Decision; path: string }

/** The decisions this person can take about the dossier as it stands. The verbs guard themselves: this only spares dead ends. */
export function decisionsOpenTo(actor: Actor, dossier: DossierRow): Available[] {
  if (dossier.returned_at) return []
  return verbs
    .filter(({ decision, who }) => may(actor, who) && isFrom(decision, dossier) && isTheirs(decision, actor, dossier))
    .map(({ decision, path }) => ({ decision, path }))
}

const isFrom = (decision: Decision, { status }: DossierRow) =>
  (decisions[decision].from as readonly StoredStatus[]).includes(status)

function isTheirs(decision: Decision, actor: Actor, dossier: DossierRow): boolean {
  const acting = actingUnit(actor, decisions[decision].who, dossier)
  if (!acting) return false
  return acting.isDesk || decision !== 'withdrawal' || dossier.status === 'taken_in'
}

const isAtDesk = (actor: Actor, { desk_id }: DossierRow) => assignmentFor(actor, ['officer'], desk_id) !== null

/** The envelope this person can make for the dossier as it stands, if any. */
export function parcelOpenTo(
  actor: Actor,
  dossier: DossierRow,
  parcels: readonly Sent[],
): ParcelRequest['purpose'] | null {
  const purpose = fitting[dossier.status]
  if (!purpose || dossier.returned_at) return null
  if (purpose === 'supplement') return assignmentFor(actor, ['clerk'], dossier.intake_unit) ? purpose : null
  if (purpose === 'refused_papers' && !arePapersThere(dossier, parcels)) return null
  return isAtDesk(actor, dossier) && !parcels.some(isUnderWay(purpose)) ? purpose : null
}

const arePapersThere = ({ service, desk_id }: DossierRow, parcels: readonly Sent[]) =>
  service === 'return' ||
  parcels.some(({ holder_kind, holder_unit }) => holder_kind === 'police_unit' && holder_unit === desk_id)

type Sent = Pick<DossierParcel, 'purpose' | 'last_step' | 'is_lost' | 'holder_kind' | 'holder_unit'>

/** An envelope that the police took back, or that is lost, is under way no more: a new one is made. */
const isUnderWay = (purpose: string) => (parcel: Sent) =>
  parcel.purpose === purpose && parcel.last_step !== 'take_back' && !parcel.is_lost

const fitting: Partial<Record<StoredStatus, ParcelRequest['purpose']>> = {
  result_announced: 'result',
  refused: 'refused_papers',
  stopped: 'refused_papers',
  withdrawn: 'refused_papers',
  supplement_requested: 'supplement',
}

/** Whether this person can pay what is owed back, and ask for what is not part of it yet. */
export function refundDeedsOpenTo(actor: Actor, dossier: DossierRow, refund: Refund | null) {
  if (!may(actor, 'refund') || !actingUnit(actor, 'refund', dossier)) return { ask: false, pay: false }
  const isOpen = refund !== null && refund.refunded_at === null
  const isWhole = refund !== null && refund.state_amount !== null && refund.postage_amount !== null
  return { ask: isRefundable(dossier) && (refund === null || (isOpen && !isWhole)), pay: isOpen }
}
