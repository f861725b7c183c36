import type { Knex } from 'knex'
import type { DossiersRow } from '../../db/tables.ts'
import type { Keys } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { addressesOf, addressIndex } from './addresses.ts'

/** Whoever had asked to hear nothing more asks to hear again: all numbers and mailboxes on their dossier. Twice is once. */
export async function allowDossier(
  db: Knex,
  { id, reference }: Pick<DossiersRow, 'id' | 'reference'>,
  { by, now, keys }: { by: Actor; now: Date; keys: Keys },
): Promise<void> {
  await db.transaction(async trx => {
    const indexes = (await addressesOf(trx, id)).map(address => addressIndex(keys, address))
    await trx('message_stops').whereIn('address_index', indexes).delete()
    await audit(trx, { by, action: 'allow messages', subject: reference }, now)
  })
}
