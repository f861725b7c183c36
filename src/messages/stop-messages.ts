import type { Knex } from 'knex'
import type { House } from '../platform/house.ts'
import { addressIndex } from './addresses.ts'

type Asking = { by: string | null; now: Date; keys: House['keys'] }

/** Nothing is sent to this address any more, whoever's dossier it is: no other channel is tried either. Twice is once. */
export async function stopIndex(db: Knex, address_index: Buffer, { by, now }: Omit<Asking, 'keys'>): Promise<void> {
  await db('message_stops')
    .insert({ address_index, stopped_at: now, stopped_by: by })
    .onConflict('address_index')
    .ignore()
}

/** Somebody asks a clerk to hear nothing more: of all numbers and mailboxes on their dossier. */
export async function stopDossier(db: Knex, dossier_id: string, { by, now, keys }: Asking): Promise<void> {
  for (const address of await addressesOf(db, dossier_id)) await stopIndex(db, addressIndex(keys, address), { by, now })
}

/** And asks to hear again. */
export async function allowDossier(db: Knex, dossier_id: string, keys: House['keys']): Promise<void> {
  const indexes = (await addressesOf(db, dossier_id)).map(address => addressIndex(keys, address))
  await db('message_stops').whereIn('address_index', indexes).delete()
}

/** Numbers and mailboxes of those who are told something of a dossier. */
export async function addressesOf(db: Knex, dossier_id: string): Promise<string[]> {
  const people = await db('parties')
    .where({ dossier_id })
    .whereIn('part', ['applicant', 'receiver'])
    .select('phone', 'email')
  return [...new Set(people.flatMap(({ phone, email }) => [phone, email]).filter(address => address !== null))]
}
