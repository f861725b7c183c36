import { randomInt } from 'node:crypto'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { decrypt, encrypt, hmac, type Keys, lookupAlphabet, writeLookupCode } from '../kit/secrets.ts'
import { addMs, hour } from '../kit/time.ts'

const newLookupCode = () => Array.from({ length: 12 }, () => lookupAlphabet[randomInt(lookupAlphabet.length)]).join('')

/** Gives the dossier a lookup code, revoking the one before. Answers it; only its HMAC and ciphertext are stored. */
export async function issueLookupCode(
  db: Knex,
  dossierId: string,
  { by, now, keys, paper_seen = null }: { by: string; now: Date; keys: Keys; paper_seen?: string | null },
): Promise<string> {
  await db('lookup_codes').where({ dossier_id: dossierId }).whereNull('revoked_at').update({ revoked_at: now })
  const code = newLookupCode()
  await db('lookup_codes').insert({
    id: uuidv7(),
    dossier_id: dossierId,
    code_index: hmac(keys.index, code),
    code_cipher: encrypt(keys.cipher, code),
    issued_at: now,
    issued_by: by,
    paper_seen,
  })
  return code
}

/** The code in force, to print a slip again. */
export async function lookupCodeOf(db: Knex, dossierId: string, keys: Keys): Promise<string | null> {
  const row = await db('lookup_codes').where({ dossier_id: dossierId }).whereNull('revoked_at').first('code_cipher')
  return row ? decrypt(keys.cipher, row.code_cipher) : null
}

/** The code in force as it is written, for the person who issued it and within the hour; null for others and later. */
export async function freshLookupCode(
  db: Knex,
  dossierId: string,
  { by, now, keys }: { by: string; now: Date; keys: Keys },
): Promise<string | null> {
  const row = await db('lookup_codes')
    .where({ dossier_id: dossierId, issued_by: by })
    .whereNull('revoked_at')
    .where('issued_at', '>', addMs(now, -hour))
    .first('code_cipher')
  return row ? writeLookupCode(decrypt(keys.cipher, row.code_cipher)) : null
}
