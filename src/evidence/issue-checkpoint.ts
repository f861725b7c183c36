import type { Knex } from 'knex'
import { appendAll } from './append-log.ts'
import { checkpointText, type LogHouse, logSigner } from './checkpoint.ts'
import { signNote } from './note.ts'
import { logSize, rootOf } from './read-nodes.ts'

/**
 * Takes every committed fact into the log and signs its head. Answers how many facts the checkpoint covers; null where
 * nothing is new since the last one.
 */
export async function issueCheckpoint(db: Knex, now: Date, house: LogHouse): Promise<number | null> {
  await appendAll(db)
  const size = await logSize(db)
  if (size === 0 || (await db('checkpoints').where({ size }).first('size'))) return null
  const signer = logSigner(house)
  const root = await rootOf(db, size)
  const note = signNote(checkpointText({ origin: signer.name, size, root }), signer)
  await db('checkpoints').insert({ size, root, note, issued_at: now }).onConflict('size').ignore()
  return size
}
