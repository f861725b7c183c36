import type { Knex } from 'knex'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'

/** A lookup code opens everything; an item code, reference or official code only a coarse stage, or everything with the phone's right tail. */
export type Found = { dossierId: string; opens: 'timeline' | 'stage' }

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
  const byLookup = await db('lookup_codes')
    .where({ code_index: hmac(keys.index, lookup ?? 'none') })
    .whereNull('revoked_at')
    .first('dossier_id')
  const byNumber = await dossierByNumber(db, code)
  if (byLookup) return { dossierId: byLookup.dossier_id, opens: 'timeline' }
  if (!byNumber) return null
  if (!phone_tail) return { dossierId: byNumber.id, opens: 'stage' }
  return /^\d{4}$/.test(phone_tail) && byNumber.phone?.endsWith(phone_tail)
    ? { dossierId: byNumber.id, opens: 'timeline' }
    : null
}

async function dossierByNumber(db: Knex, written: string): Promise<{ id: string; phone: string | null } | null> {
  const number = written.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const row = await db('dossiers')
    .join('parties', join => join.on('parties.dossier_id', 'dossiers.id').onVal('parties.part', 'applicant'))
    .where(by =>
      by
        .where('dossiers.reference', number.replaceAll('-', ''))
        .orWhere('dossiers.official_code', number)
        .orWhereIn(
          'dossiers.id',
          db('parcel_contents')
            .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
            .where('parcels.code', normaliseItemCode(written))
            .select('parcel_contents.dossier_id'),
        ),
    )
    .orderBy('dossiers.id')
    .first('dossiers.id', 'parties.phone')
  return row ?? null
}
