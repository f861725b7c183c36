import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { rfc3339 } from '../kit/time.ts'
import { type LogHouse, logSigner } from './checkpoint.ts'
import { consistencyPath, inclusionPath } from './merkle.ts'
import { vkeyOf } from './note.ts'
import { subtreeHashes } from './read-nodes.ts'

/** The newest checkpoint with its cosignatures; null while there is none. */
export async function newestCheckpoint(db: Knex) {
  const checkpoint = await db('checkpoints').orderBy('size', 'desc').first('size', 'note', 'issued_at')
  if (!checkpoint) return null
  const cosignatures = await db('cosignatures')
    .where({ size: checkpoint.size })
    .orderBy('witness')
    .select('witness', 'line', 'cosigned_at', 'same_machine')
  return { ...checkpoint, note: checkpoint.note + cosignatures.map(({ line }) => line).join(''), cosignatures }
}

const nothingYet = () => notFound('Nhật ký chưa có điểm kiểm tra nào.')

/** The newest checkpoint as text, a line for each witness that cosigned it. Throws notFound while there is none. */
export async function checkpointNote(db: Knex): Promise<string> {
  const newest = await newestCheckpoint(db)
  if (!newest) throw nothingYet()
  return newest.note
}

/** What one has to know of the log: its name and keys, and how far it is. */
export async function logView(db: Knex, house: LogHouse & { witnessKeys: readonly string[] }) {
  const signer = logSigner(house)
  const newest = await newestCheckpoint(db)
  return {
    origin: signer.name,
    keys: [vkeyOf(signer, 1), ...house.witnessKeys],
    checkpoint: newest && checkpointView(newest),
  }
}

/** `same_machine`: the witness runs beside the log, where it proves less. */
export const checkpointView = ({ note, size, issued_at, cosignatures }: Newest) => ({
  note,
  size,
  issued_at: rfc3339(issued_at),
  cosignatures: cosignatures.map(({ witness, cosigned_at, same_machine }) => ({
    witness,
    cosigned_at: rfc3339(cosigned_at),
    same_machine,
  })),
})
type Newest = NonNullable<Awaited<ReturnType<typeof newestCheckpoint>>>

/** The proof that the log of checkpoint `to` begins with that of checkpoint `from`. Throws notFound for other sizes. */
export async function consistencyProof(db: Knex, { from, to }: { from: number; to: number }) {
  const known = await db('checkpoints').whereIn('size', [from, to]).pluck('size')
  if (from > to || ![from, to].every(size => known.includes(size))) throw notFound('Không có điểm kiểm tra này.')
  return { from, to, hashes: base64(await subtreeHashes(db, consistencyPath(from, to))) }
}

/** The proof that a fact of this hash (hex) is in the log of checkpoint `size`. Throws notFound where it is not. */
export async function inclusionProof(db: Knex, { hash, size }: { hash: string; size: number }) {
  const leaf = await db('log_leaves')
    .join('custody_events', 'custody_events.id', 'log_leaves.event_id')
    .where('custody_events.hash', Buffer.from(hash, 'hex'))
    .where('log_leaves.index', '<', size)
    .first('log_leaves.index')
  const checkpoint = await db('checkpoints').where({ size }).first('size')
  if (!leaf || !checkpoint) throw notFound('Điểm kiểm tra này không có dữ kiện này.')
  return { size, index: leaf.index, hashes: base64(await subtreeHashes(db, inclusionPath(leaf.index, size))) }
}

const base64 = (hashes: readonly Buffer[]) => hashes.map(hash => hash.toString('base64'))
