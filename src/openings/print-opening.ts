import type { Knex } from 'knex'
import { openingRecordPdf } from '../../templates/documents/opening-record.ts'
import { policeHeading } from '../dossiers/print-sheet.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { openingByCode } from './queries.ts'

/** The record of an opening on paper. Each printing is noted. Throws what `openingByCode` does. */
export async function printOpening(db: Knex, code: string, { by, now }: { by: Actor; now: Date }): Promise<Buffer> {
  const { desk_level, ...record } = await openingByCode(db, code, by)
  const reprint = await notePrinting(db, { document: 'opening', subject: record.code }, { by, now })
  return openingRecordPdf({
    ...record,
    ...policeHeading({ name: record.desk, level: desk_level }),
    madeAt: now,
    reprint,
  })
}
