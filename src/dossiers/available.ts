import type { Actor } from '../people/actor.ts'
import { assignmentFor } from '../people/actor.ts'
import { may } from '../people/may.ts'
import type { DossierRow } from './queries.ts'
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
  if (isAtDesk(actor, dossier)) return true
  if (decisions[decision].by === 'desk') return false
  return decision !== 'withdrawal' || dossier.status === 'taken_in'
}

const isAtDesk = (actor: Actor, { desk_id }: DossierRow) => assignmentFor(actor, ['officer'], desk_id) !== null

/** The envelope this person can make for the dossier as it stands, if any. */
export function parcelOpenTo(
  actor: Actor,
  dossier: DossierRow,
  parcels: readonly { purpose: string; last_step: string | null }[],
): ParcelRequest['purpose'] | null {
  const purpose = fitting[dossier.status]
  if (!purpose || dossier.returned_at) return null
  if (purpose === 'supplement') return assignmentFor(actor, ['clerk']) ? purpose : null
  return isAtDesk(actor, dossier) && !parcels.some(isUnderWay(purpose)) ? purpose : null
}

/** An envelope that the police took back is under way no more: its papers go into a new one. */
const isUnderWay = (purpose: string) => (parcel: { purpose: string; last_step: string | null }) =>
  parcel.purpose === purpose && parcel.last_step !== 'take_back'

const fitting: Partial<Record<StoredStatus, ParcelRequest['purpose']>> = {
  result_announced: 'result',
  refused: 'refused_papers',
  stopped: 'refused_papers',
  withdrawn: 'refused_papers',
  supplement_requested: 'supplement',
}
