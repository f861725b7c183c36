// Signed notes (C2SP signed-note) with Ed25519, and cosignatures of witnesses (C2SP tlog-cosignature, v1). Pure.
import { createHash, sign, verify } from 'node:crypto'
import { publicBytes, publicKeyOf, signingKey } from '../kit/ed25519.ts'

/** 1: an Ed25519 signature of the note. 4: a cosignature with the second at which it was made. */
type KeyType = 1 | 4
/** Who signs, with a seed of 32 bytes. */
export type Signer = { name: string; seed: Buffer }
/** Whose signatures are believed. */
export type Verifier = { name: string; type: KeyType; id: string; bytes: Buffer }
export type Signature = { name: string; id: string; bytes: Buffer; line: string }
export type Note = { text: string; signatures: Signature[] }

/** The text by which a key is handed on: `name+id+base64(type ‖ public key)`. */
export const vkeyOf = ({ name, seed }: Signer, type: KeyType): string => {
  const bytes = publicBytes(signingKey(seed))
  return `${name}+${keyId(name, type, bytes)}+${Buffer.concat([Buffer.of(type), bytes]).toString('base64')}`
}

/** Reads a vkey; null where it is none: wrong form, or an id that is not its own. */
export function readVkey(vkey: string): Verifier | null {
  const [, name, id, key] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey.trim()) ?? []
  const [type, ...rest] = Buffer.from(key ?? '', 'base64')
  const bytes = Buffer.from(rest)
  if (!name || !id || (type !== 1 && type !== 4) || bytes.length !== 32) return null
  return keyId(name, type, bytes) === id ? { name, type, id, bytes } : null
}

const keyId = (name: string, type: KeyType, bytes: Buffer) =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(bytes).digest('hex').slice(0, 8)

/** The note of a text that ends with a line break, signed once. */
export function signNote(text: string, { name, seed }: Signer): string {
  const key = signingKey(seed)
  return `${text}\n${signatureLine(name, keyId(name, 1, publicBytes(key)), sign(null, Buffer.from(text), key))}`
}

/** The line that a witness adds to the note of `text` at a second since 1970. */
export function cosignatureLine(text: string, { name, seed }: Signer, seconds: number): string {
  const key = signingKey(seed)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signed = sign(null, cosigned(text, seconds), key)
  return signatureLine(name, keyId(name, 4, publicBytes(key)), Buffer.concat([time, signed]))
}

const signatureLine = (name: string, id: string, bytes: Buffer) =>
  `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), bytes]).toString('base64')}\n`

const cosigned = (text: string, seconds: number) => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)

/** Takes a note apart; null where it is none. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n')
  const lines = note.slice(end + 2).split('\n')
  if (end < 0 || lines.pop() !== '' || !lines.length) return null
  const signatures = lines.map(readSignature)
  return signatures.every(one => one !== null) ? { text: note.slice(0, end + 1), signatures } : null
}

/** One line of a signature; null where it is none. */
export function readSignature(line: string): Signature | null {
  const [, name, written] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line.trimEnd()) ?? []
  const bytes = Buffer.from(written ?? '', 'base64')
  if (!name || bytes.length < 5) return null
  return { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4), line: `${line.trimEnd()}\n` }
}

/** The same key under another name: a log was renamed, not replaced. */
export const renamed = ({ type, bytes }: Verifier, name: string): Verifier => ({
  name,
  type,
  bytes,
  id: keyId(name, type, bytes),
})

const isOf =
  ({ name, id }: Verifier) =>
  (signature: Signature) =>
    signature.name === name && signature.id === id

/** Whether the holder of a key signed the note. */
export const isSigned = ({ text, signatures }: Note, by: Verifier): boolean =>
  by.type === 1 &&
  signatures.some(
    signature => isOf(by)(signature) && verify(null, Buffer.from(text), publicKeyOf(by.bytes), signature.bytes),
  )

/** When a witness cosigned `text` by this signature; null where it did not. */
export function cosignedAt(text: string, signature: Signature, by: Verifier): Date | null {
  if (by.type !== 4 || !isOf(by)(signature) || signature.bytes.length !== 72) return null
  const seconds = Number(signature.bytes.readBigUInt64BE())
  const isTrue = verify(null, cosigned(text, seconds), publicKeyOf(by.bytes), signature.bytes.subarray(8))
  return isTrue ? new Date(seconds * 1000) : null
}
