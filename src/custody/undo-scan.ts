import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import type { Consequence } from './consequence.ts'
import { correctScan } from './correct-scan.ts'
import { correctionId } from './record-sheet.ts'

/** Takes a scan back at the station, once however often the form is sent. Throws notFound, conflict `moved_on`, forbidden. */
export async function undoScan(
  db: Knex,
  { scan, reason }: { scan: string; reason: string },
  doing: { by: Actor; now: Date; consequences: readonly Consequence[] },
): Promise<void> {
  const id = correctionId(scan, doing.by)
  if (await db('scans').where({ id }).first('id')) return
  await correctScan(db, { id, corrects: scan, reason }, doing)
}
