// Whether every checkpoint is the log's own word, true to the log as it stands, and every cosignature a witness's.
import type { Knex } from 'knex'
import type { CheckpointsRow } from '../../db/tables.ts'
import { readCheckpoint } from './checkpoint.ts'
import { cosignedAt, isSigned, readSignature, renamed, type Verifier } from './note.ts'
import { rederiveNode } from './rederive-hash.ts'

const checkpointsAtOnce = 500

type Report = (fault: string) => void

/**
 * Calls `report` for each fault of the checkpoints of a log that has `size` leaves and whose nodes were checked before.
 * Answers how many there are.
 */
export async function checkCheckpoints(
  trx: Knex,
  size: number,
  keys: readonly Verifier[],
  report: Report,
): Promise<number> {
  let [checked, last]: [number, CheckpointsRow | null] = [0, null]
  for (;;) {
    const page: CheckpointsRow[] = await trx('checkpoints')
      .where('size', '>', last?.size ?? 0)
      .orderBy('size')
      .limit(checkpointsAtOnce)
      .select()
    if (!page.length) return checked
    for (const checkpoint of page) {
      if (last && checkpoint.issued_at < last.issued_at)
        report(`checkpoint ${checkpoint.size}: older than a smaller one`)
      await checkCheckpoint(trx, checkpoint, size, keys, report)
      last = checkpoint
      checked++
    }
    await checkCosignatures(trx, page, keys, report)
  }
}

async function checkCheckpoint(
  trx: Knex,
  { size, root, note }: CheckpointsRow,
  logSize: number,
  keys: readonly Verifier[],
  report: Report,
) {
  const say = (fault: string) => report(`checkpoint ${size}: ${fault}`)
  const told = readCheckpoint(note)
  if (!told) return say('it cannot be read')
  if (told.size !== size || !told.root.equals(root)) say('it says another size or root than its row')
  if (!keys.some(key => isSigned(told.note, renamed(key, told.origin)))) say('the log did not sign it')
  if (size > logSize) return say(`the log has only ${logSize} facts`)
  if (!(await rootAt(trx, size))?.equals(told.root)) say('the log had another root')
}

/** The root when the log had `size` leaves, from its stored nodes. */
async function rootAt(trx: Knex, size: number): Promise<Buffer | undefined> {
  const edge: [number, number][] = []
  for (let [level, rest] = [Math.floor(Math.log2(size)), size]; level >= 0; level--) {
    if (rest < 2 ** level) continue
    edge.push([level, (size - rest) / 2 ** level])
    rest -= 2 ** level
  }
  const nodes = await trx('log_nodes').whereIn(['level', 'index'], edge).orderBy('level', 'desc').pluck('hash')
  if (nodes.length !== edge.length) return undefined
  return nodes.reduceRight((right, left) => Buffer.from(rederiveNode(Buffer.concat([left, right])), 'hex'))
}

async function checkCosignatures(
  trx: Knex,
  checkpoints: readonly CheckpointsRow[],
  keys: readonly Verifier[],
  report: Report,
) {
  const sizes = checkpoints.map(({ size }) => size)
  for (const { size, witness, line } of await trx('cosignatures').whereIn('size', sizes).select()) {
    const known = keys.filter(({ name, type }) => type === 4 && name === witness)
    const text = readCheckpoint(checkpoints.find(one => one.size === size)?.note ?? '')?.note.text ?? ''
    const signature = readSignature(line)
    if (known.length && !known.some(key => signature && cosignedAt(text, signature, key)))
      report(`checkpoint ${size}: ${witness} did not cosign it`)
  }
}
