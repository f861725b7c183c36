import type { Knex } from 'knex'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import { conflict } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { unitById } from '../places/queries.ts'
import { roundById } from './queries.ts'
import { roundLines } from './round-lines.ts'
import { stopsOf } from './stops.ts'

/**
 * The notices a courier may have to leave on a round, as PDF. They name people, so each printing is noted. Throws what
 * `roundById` does, conflict `nothing_open` where every stop has been reported.
 */
export async function printNotices(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<Buffer> {
  const round = await roundById(db, id, by)
  const stops = stopsOf((await roundLines(db, round)).filter(({ state }) => state !== 'moved'))
  const open = stops.filter(({ is_open }) => is_open)
  if (!open.length) throw conflict('nothing_open', 'Chuyến phát này không còn điểm nào chưa báo.')
  const office = await unitById(db, round.unit_id)
  await notePrinting(db, { document: 'collection notices', subject: round.number }, { by, now })
  return drawApart('collectionNoticesPdf', { ...round, office, stops: open, madeAt: now })
}
