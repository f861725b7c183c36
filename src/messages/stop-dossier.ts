import type { Knex } from 'knex'
import type { DossiersRow } from '../../db/tables.ts'
import type { Keys } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { addressesOf, addressIndex } from './addresses.ts'
import { stopAddresses } from './stop-addresses.ts'

/** Somebody asks a clerk to hear nothing more: of all numbers and mailboxes on their dossier. Twice is once. */
export async function stopDossier(
  db: Knex,
  { id, reference }: Pick<DossiersRow, 'id' | 'reference'>,
  { by, now, keys }: { by: Actor; now: Date; keys: Keys },
): Promise<void> {
  await db.transaction(async trx => {
    const indexes = (await addressesOf(trx, id)).map(address => addressIndex(keys, address))
    await stopAddresses(trx, indexes, { by: by.id, now })
    await audit(trx, { by, action: 'stop messages', subject: reference }, now)
  })
}
