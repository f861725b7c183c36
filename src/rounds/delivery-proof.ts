import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Knex } from 'knex'
import type { Delivered, Means } from './report.ts'

/** What people said and showed, word for word, without the code on the slip; a signature by its SHA-256. */
export type SaidAtTheDoor = Pick<Delivered, 'name' | 'capacity' | 'paper'> & {
  means: Means['kind']
  witness: string | null
  signature: string | null
}

/**
 * Keeps what proves a delivery, apart from the fact, and answers the digest that the fact carries. With the salt erased the
 * digest says nothing, though names are few enough to be tried; and the chain of facts stays valid.
 */
export async function keepProof(trx: Knex, { name, capacity, paper, means }: Delivered, now: Date): Promise<string> {
  const signature = means.kind === 'signature' ? means.png : null
  const said: SaidAtTheDoor = {
    name,
    capacity,
    paper,
    means: means.kind,
    witness: means.kind === 'witness' ? means.name : null,
    signature: signature && sha256(signature),
  }
  const salt = randomBytes(32)
  const digest = proofDigest(salt, said)
  await trx('delivery_proofs').insert({ digest, salt, said, signature, made_at: now })
  return digest
}

/** SHA-256 over the salt and the RFC 8785 bytes of what was said, in hex. */
export function proofDigest(salt: Buffer, said: SaidAtTheDoor): string {
  const bytes = canonicalize(said)
  if (bytes === undefined) throw new Error('what was said is always JSON')
  return sha256(Buffer.concat([salt, Buffer.from(bytes, 'utf8')]))
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
