import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { writeLookupCode } from '../kit/secrets.ts'
import { audit } from '../people/audit.ts'
import { visibleUnits } from '../people/may.ts'
import { issueLookupCode } from './lookup-code.ts'
import { lockedDossier, refuseCarriers } from './queries.ts'

/** A slip was lost: the clerk saw `paper_seen`, the old code is revoked, a new one answered. Audited. */
export async function reissueLookupCode(
  db: Knex,
  reference: string,
  paper_seen: string,
  { by, now, keys }: Doing,
): Promise<string> {
  return db.transaction(async trx => {
    const visible = visibleUnits(by, 'reissue lookup code')
    const dossier = await lockedDossier(trx, reference, visible)
    refuseCarriers(dossier, visible)
    await audit(trx, { by, action: 'reissue lookup code', subject: dossier.reference, detail: { paper_seen } }, now)
    return writeLookupCode(await issueLookupCode(trx, dossier.id, { by: by.id, now, keys, paper_seen }))
  })
}
