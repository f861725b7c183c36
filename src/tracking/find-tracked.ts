import type { Knex } from 'knex'
import { isWaiting } from '../blanks/locked-blank.ts'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'

/**
 * A lookup code opens everything; an item code, reference or official code only a coarse stage, or everything with the
 * phone's right tail. The codes of a blank set that nobody has typed in yet are right, and tell nothing.
 */
export type Found = { dossierId: string; opens: 'timeline' | 'stage' } | { opens: 'nothing_yet' }

/**
 * Finds what a written code means to the public. Every path costs the same two statements, so that a wrong code, a foreign
 * one and an erased one take the same time.
 */
export async function findTracked(
  db: Knex,
  { code, phone_tail = '' }: { code: string; phone_tail?: string | undefined },
  keys: Keys,
): Promise<Found | null> {
  const lookup = readLookupCode(code)
  const bySlip = await onSlip(db, hmac(keys.index, lookup ?? 'none'), normaliseItemCode(code))
  const byNumber = await dossierByNumber(db, code)
  if (bySlip) return bySlip.dossier_id ? { dossierId: bySlip.dossier_id, opens: 'timeline' } : { opens: 'nothing_yet' }
  if (!byNumber) return null
  if (!phone_tail) return { dossierId: byNumber.id, opens: 'stage' }
  return /^\d{4}$/.test(phone_tail) && byNumber.phone?.endsWith(phone_tail)
    ? { dossierId: byNumber.id, opens: 'timeline' }
    : null
}

/**
 * What stands on a slip: of a dossier its lookup code, of a blank set too; that one's item code only once it was used,
 * because those can be counted on.
 */
async function onSlip(db: Knex, index: Buffer, item: string): Promise<{ dossier_id: string | null } | undefined> {
  const blank = `from blank_sets join parcel_presents using (parcel_id) join parcels on parcels.id = parcel_id
    where ${isWaiting}`
  const { rows } = await db.raw<{ rows: { dossier_id: string | null }[] }>(
    `select dossier_id from lookup_codes where code_index = :index and revoked_at is null
     union all select null ${blank} and lookup_index = :index
     union all select null ${blank} and parcels.code = :item and next_seq > 1`,
    { index, item },
  )
  return rows[0]
}

/** A union, so that each of the three is found along its index: as alternatives of one condition they read every dossier. */
async function dossierByNumber(db: Knex, written: string): Promise<{ id: string; phone: string | null } | null> {
  const number = written.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const { rows } = await db.raw<{ rows: { id: string; phone: string | null }[] }>(
    `with meant as (
       select id from dossiers where reference = :reference
       union select id from dossiers where official_code = :number
       union select parcel_contents.dossier_id from parcels
         join parcel_contents on parcel_contents.parcel_id = parcels.id
         where parcels.code = :item)
     select meant.id, parties.phone from meant
     join parties on parties.dossier_id = meant.id and parties.part = 'applicant'
     order by meant.id
     limit 1`,
    { reference: number.replaceAll('-', ''), number, item: normaliseItemCode(written) },
  )
  return rows[0] ?? null
}
