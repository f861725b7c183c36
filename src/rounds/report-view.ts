import type { Knex } from 'knex'
import type { Verdict } from '../custody/scan.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'

/** What became of a report as the API answers it, the same however often it is sent; only to who made it. Throws notFound. */
export async function reportView(db: Knex, id: string, by: Actor) {
  const report = await db('delivery_reports')
    .leftJoin('parcels', 'parcels.id', 'delivery_reports.envelope')
    .where('delivery_reports.id', id)
    .where({ person_id: by.id })
    .first('delivery_reports.id', 'outcome', 'proof', 'to_collect', 'collected', 'scans', 'parcels.code as envelope')
  if (!report) throw notFound('Không có lần báo này.')
  const { scans, ...told } = report
  const answers = await db('scans').whereIn('id', scans).select('id', 'answer')
  const verdicts = scans.flatMap((scan: string) => answers.find(one => one.id === scan)?.answer as Verdict)
  return { ...told, verdicts }
}
