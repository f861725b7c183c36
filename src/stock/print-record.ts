import type { Knex } from 'knex'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import { conflict } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { countById, recordOf } from './queries.ts'

/** The record of a closed count, from the words it closed with. Throws notFound, conflict `count_open` before the closing. */
export async function printRecord(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<Buffer> {
  await countById(db, id, by)
  const record = await recordOf(db, id)
  if (!record) throw conflict('count_open', 'Lần kiểm kê này chưa chốt, chưa có biên bản.')
  const reprint = await notePrinting(db, { document: 'stock count', subject: record.number }, { by, now })
  return drawApart('stockRecordPdf', record, reprint)
}
