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
  const id = await unrefused(db, scan, doing)
  await correctScan(db, { id, corrects: scan, reason }, doing)
}

/** What was refused may be right now that the parcel came back: it is judged anew, under the next id. */
async function unrefused(db: Knex, scan: string, doing: Doing): Promise<string> {
  for (let tries = 0; ; tries++) {
    const id = correctionId(tries ? `${scan} ${tries}` : scan, doing)
    if (!(await db('scans').where({ id, verdict: 'refused' }).first('id'))) return id
  }
}
