import type { Knex } from 'knex'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { roundById } from './queries.ts'
import { roundLines } from './round-lines.ts'
import { stopsOf } from './stops.ts'

/** BD13 of a round: what is on it now, one row a stop. It names people, so each printing is noted. Throws what `roundById` does. */
export async function printSheet(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<Buffer> {
  const round = await roundById(db, id, by)
  const lines = (await roundLines(db, round)).filter(({ state }) => state !== 'moved')
  const reprint = await notePrinting(db, { document: 'round sheet', subject: round.number }, { by, now })
  return drawApart('roundSheetPdf', { ...round, stops: stopsOf(lines), madeAt: now, reprint })
}
