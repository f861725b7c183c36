import type { Knex } from 'knex'
import { correctScan } from './correct-scan.ts'
import type { Doing } from './doing.ts'
import { correctionId } from './record-sheet.ts'

/** Takes a scan back at the station, once however often the form is sent. Throws notFound, conflict `moved_on`, forbidden. */
export async function undoScan(
  db: Knex,
  { scan, reason }: { scan: string; reason: string },
  doing: Doing,
): Promise<void> {
  const id = correctionId(scan, doing)
  await correctScan(db, { id, corrects: scan, reason }, doing)
}
