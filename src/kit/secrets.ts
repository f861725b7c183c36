import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { grouped } from './text.ts'

/** The keys of one installation: 32 bytes each, kept outside the database. */
export type Keys = { id: string; index: Buffer; cipher: Buffer; form: Buffer; log: Buffer }

export const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest()

/** 32 random bytes for a session or a one-time link; only its SHA-256 is stored. */
export const newToken = () => randomBytes(32).toString('base64url')

/** The index by which a secret is found again without being stored: HMAC-SHA-256. */
export const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** AES-256-GCM: nonce ‖ tag ‖ ciphertext. */
export function encrypt(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Reads what `encrypt` wrote; throws when a byte was changed or the key is another. */
export function decrypt(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

/** No vowels, no look-alikes: 21 characters, 12 of them are 52 bits. */
export const lookupAlphabet = '23456789CFHJKMNPQRTVX'
const misread: Record<string, string> = { B: '8', S: '5', Z: '2', G: '6' }

/** As written on any slip by any hand → 12 characters of the alphabet, or null when it cannot be a lookup code. */
export function readLookupCode(written: string): string | null {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[BSZG]/g, letter => misread[letter] ?? letter)
  return code.length === 12 && [...code].every(letter => lookupAlphabet.includes(letter)) ? code : null
}

/** `7K3M9QXT2VHC` → `7K3M-9QXT-2VHC`. */
export const writeLookupCode = (code: string) => grouped(code, 4, '-')
