import type { Knex } from 'knex'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import { conflict } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { recordOf, roundById } from './queries.ts'
import { differencesOf } from './record.ts'

/** The record of a closing, from the words it closed with. Throws what `roundById` does, conflict `round_open` before it. */
export async function printClosing(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<Buffer> {
  await roundById(db, id, by)
  const record = await recordOf(db, id)
  if (!record) throw conflict('round_open', 'Chuyến phát này chưa chốt, chưa có biên bản.')
  const reprint = await notePrinting(db, { document: 'round closing', subject: record.number }, { by, now })
  return drawApart('roundRecordPdf', { ...record, differences: differencesOf(record), reprint })
}
