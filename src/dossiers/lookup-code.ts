import { randomInt } from 'node:crypto'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { decrypt, encrypt, hmac, type Keys } from '../kit/secrets.ts'
import { grouped } from '../kit/text.ts'
import { addMs, hour } from '../kit/time.ts'

/** No vowels, no look-alikes: 21 characters, 12 of them are 52 bits. */
const alphabet = '23456789CFHJKMNPQRTVX'
const misread: Record<string, string> = { B: '8', S: '5', Z: '2', G: '6' }

/** As written on any slip by any hand → 12 characters of the alphabet, or null when it cannot be a lookup code. */
export function readLookupCode(written: string): string | null {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[BSZG]/g, letter => misread[letter] ?? letter)
  return code.length === 12 && [...code].every(letter => alphabet.includes(letter)) ? code : null
}

/** `7K3M9QXT2VHC` → `7K3M-9QXT-2VHC`. */
export const writeLookupCode = (code: string) => grouped(code, 4, '-')

const newLookupCode = () => Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')

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
