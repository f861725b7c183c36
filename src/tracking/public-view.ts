import type { Knex } from 'knex'
import type { DossiersRow, ProcedureFieldsRow } from '../../db/tables.ts'
import { statusOf } from '../dossiers/dossier-view.ts'
import { openSupplement, parcelsOf, receiverOf } from '../dossiers/parts.ts'
import type { DossierStatus } from '../dossiers/status.ts'
import type { Dong } from '../kit/money.ts'
import { maskName } from '../kit/text.ts'
import { deliveryPromise } from '../promises/queries.ts'
import { type Moment, timeline, vietnamese, type Words } from './timeline.ts'

export type Stage = 'at_post' | 'at_police' | 'coming_home' | 'delivered' | 'ended'

/** What the holder of the slip reads. Names are masked; the procedure is not named where it is sensitive. */
export type PublicView = {
  reference: string
  official_code: string | null
  status: DossierStatus
  stage: Stage
  procedure: string | null
  applicant: string
  receiver: string
  where: { kind: string; unit: string | null; phone: string | null }
  is_collected: boolean
  is_ready: boolean
  due_on: string | null
  promised_by: Date | null
  is_late: boolean
  supplement: { items: string[]; reason: string; until: string } | null
  bring: 'own_paper' | 'own_paper_or_authorisation' | 'household_paper' | null
  pay: { postage: Dong | null; state: Dong | null; postage_due: boolean; state_due: boolean } | null
  moments: Moment[]
}

type Tracked = Pick<
  DossiersRow,
  | 'reference'
  | 'official_code'
  | 'status'
  | 'returned_at'
  | 'return_to'
  | 'due_on'
  | 'payer'
  | 'payment_when'
  | 'postage_amount'
  | 'state_fee_amount'
> &
  Pick<ProcedureFieldsRow, 'is_sensitive' | 'hands'> & {
    procedure_name: string
    applicant_name: string
    desk_name: string
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
  const [moments, supplement, receiver, promise] = await Promise.all([
    timeline(db, dossierId, words),
    openSupplement(db, dossierId),
    receiverOf(db, dossierId),
    current ? deliveryPromise(db, current.id) : null,
  ])
  return {
    reference: dossier.reference,
    official_code: dossier.official_code,
    status: statusOf(dossier),
    stage: stageOf(dossier, current),
    procedure: dossier.is_sensitive ? null : dossier.procedure_name,
    applicant: maskName(dossier.applicant_name),
    receiver: maskName(receiver.name),
    where: {
      kind: current?.holder_kind ?? 'police_unit',
      unit: current ? current.holder_name : dossier.desk_name,
      phone: null,
    },
    is_collected: dossier.return_to === 'post_office',
    is_ready: Boolean(current?.collectable_at) && !current?.is_over,
    due_on: dossier.due_on,
    promised_by: promise?.due_at ?? null,
    is_late: Boolean(promise && !promise.stopped_at && promise.due_at < now),
    supplement:
      supplement && !supplement.received_at
        ? { items: supplement.items, reason: supplement.reason, until: supplement.until }
        : null,
    bring: dossier.return_to === 'desk' ? 'own_paper' : bring[dossier.hands],
    pay: payOf(dossier),
    moments,
  }
}

const bring = {
  recipient_only: 'own_paper',
  authorised: 'own_paper_or_authorisation',
  household: 'household_paper',
} as const

const trackedDossier = async (db: Knex, id: string): Promise<Tracked> => {
  const row = await db('dossiers')
    .join('procedures', 'procedures.id', 'dossiers.procedure_id')
    .join('procedure_fields', 'procedure_fields.id', 'procedures.field_id')
    .join('parties', join => join.on('parties.dossier_id', 'dossiers.id').onVal('parties.part', 'applicant'))
    .join('units as desk', 'desk.id', 'dossiers.desk_id')
    .where('dossiers.id', id)
    .first(
      'dossiers.reference',
      'dossiers.official_code',
      'dossiers.status',
      'dossiers.returned_at',
      'dossiers.return_to',
      'dossiers.due_on',
      'dossiers.payer',
      'dossiers.payment_when',
      'dossiers.postage_amount',
      'dossiers.state_fee_amount',
      'procedures.name as procedure_name',
      'procedure_fields.is_sensitive',
      'procedure_fields.hands',
      'parties.name as applicant_name',
      'desk.name as desk_name',
    )
  if (!row) throw new Error('a lookup code points at a dossier by foreign key')
  return row
}

type Current = Awaited<ReturnType<typeof parcelsOf>>[number] | undefined

const goesHome = (current: Current) => current?.purpose === 'result' || current?.purpose === 'refused_papers'

/** Five coarse stages: all that an item code or reference alone may tell, because those can be guessed. */
export function stageOf(dossier: { status: string; returned_at: Date | null }, current: Current): Stage {
  if (dossier.returned_at) return 'delivered'
  if (goesHome(current)) return current?.holder_kind === 'police_unit' ? 'at_police' : 'coming_home'
  if (dossier.status === 'withdrawn' || dossier.status === 'stopped') return 'ended'
  if (!current || current.holder_kind === 'police_unit' || dossier.status !== 'taken_in') return 'at_police'
  return 'at_post'
}

/** What is still to be paid at the door or the counter. What was paid at intake is not asked again. */
function payOf({ payer, payment_when, postage_amount, state_fee_amount, returned_at }: Tracked): PublicView['pay'] {
  if (returned_at) return null
  const postage_due = payer === 'recipient' || payment_when === 'delivery'
  return { postage: postage_amount, state: state_fee_amount, postage_due, state_due: state_fee_amount === null }
}
