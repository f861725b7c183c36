import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import { clocksOf, documentsOf, eventsOf, lastSupplement, type PartyRow, parcelsOf, partiesOf } from './parts.ts'
import type { DossierRow } from './queries.ts'
import { type Reading, readDossier } from './read-dossier.ts'
import { refundOf } from './refund.ts'
import type { DossierStatus } from './status.ts'

/** A dossier as they see it: its people, papers, envelopes, clocks and history. Throws notFound to strangers. */
export async function dossierView(db: Knex, code: string, reading: Reading) {
  const dossier = await readDossier(db, code, reading)
  const [parties, documents, parcels, clocks, events, supplement, refund] = await Promise.all([
    partiesOf(db, dossier.id),
    documentsOf(db, dossier.id),
    parcelsOf(db, dossier.id),
    clocksOf(db, dossier.id),
    eventsOf(db, dossier.id),
    lastSupplement(db, dossier.id),
    refundOf(db, dossier.id),
  ])
  return {
    ...summary(dossier),
    dossier,
    parties: parties.map(shown),
    documents,
    parcels,
    clocks,
    events,
    supplement: supplement ?? null,
    refund: refund ?? null,
  }
}

/** The same in the words of the API, for who asks. Throws notFound where it is not theirs. */
export async function dossierAnswer(db: Knex, code: string, reading: Reading) {
  const { dossier: _, ...answer } = await dossierView(db, code, reading)
  return answer
}

/** What a list shows of a dossier, in the words of the API. */
export function summary(dossier: DossierRow) {
  return {
    reference: dossier.reference,
    official_code: dossier.official_code,
    status: statusOf(dossier),
    service: dossier.service,
    procedure: { id: dossier.procedure_key, name: dossier.procedure_name, field: dossier.field_name },
    desk: dossier.desk_id,
    return_to: dossier.return_to,
    due_on: dossier.due_on,
    created_at: rfc3339(dossier.created_at),
    version: dossier.version,
  }
}

/** `returned` is read from `returned_at`: whatever was decided, the papers are home. */
export const statusOf = (dossier: Pick<DossierRow, 'status' | 'returned_at'>): DossierStatus =>
  dossier.returned_at ? 'returned' : dossier.status

/** The number of a paper is never shown whole: its last three characters are enough to compare with the paper in hand. */
const shown = ({ id_cipher, id_index, ...party }: PartyRow) => party
