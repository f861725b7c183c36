import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { visibleUnits } from '../people/may.ts'
import { type DossierRow, dossierByReference } from './queries.ts'

export type Reading = { by: Actor; now: Date }

/** The dossier, read by staff of the units concerned, and the note that they read it. Throws notFound to strangers. */
export async function readDossier(db: Knex, code: string, { by, now }: Reading): Promise<DossierRow> {
  const dossier = await dossierByReference(db, code, visibleUnits(by, 'read dossiers'))
  await audit(db, { by, action: 'read dossier', subject: dossier.reference }, now)
  return dossier
}
