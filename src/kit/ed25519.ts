import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

// What node:crypto wants before the 32 bytes of RFC 8032: the headers of PKCS #8 and of SPKI (RFC 8410).
const privateHeader = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex')

/** The private key of a seed of 32 bytes. */
export const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHeader, seed]), format: 'der', type: 'pkcs8' })

/** The public key of its 32 bytes. */
export const publicKeyOf = (bytes: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHeader, bytes]), format: 'der', type: 'spki' })

/** The 32 bytes of the public key that belongs to a private one. */
export const publicBytes = (privateKey: KeyObject): Buffer =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(publicHeader.length)
