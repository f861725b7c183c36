import type { Knex } from 'knex'
import type { DeliveryReportsRow } from '../../db/tables.ts'
import type { Verdict } from '../custody/scan.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'

type ToldReport = Pick<
  DeliveryReportsRow,
  'id' | 'outcome' | 'proof' | 'to_collect' | 'collected' | 'scans' | 'envelope'
>

/** What became of a report as the API answers it, the same however often it is sent; only to who made it. Throws notFound. */
export async function reportView(db: Knex, id: string, by: Actor) {
  const report = await db('delivery_reports')
    .leftJoin('parcels', 'parcels.id', 'delivery_reports.envelope')
    .where('delivery_reports.id', id)
    .where({ person_id: by.id })
    .first('delivery_reports.id', 'outcome', 'proof', 'to_collect', 'collected', 'scans', 'parcels.code as envelope')
  if (!report) throw notFound('Không có lần báo này.')
  const { scans, ...told }: ToldReport = report
  const answers = await db('scans').whereIn('id', scans).select('id', 'answer')
  const verdicts: Verdict[] = scans.map(scan => answers.find(one => one.id === scan)?.answer as Verdict)
  return { ...told, verdicts }
}

const taken: readonly Verdict['verdict'][] = ['recorded', 'recorded_late', 'already_recorded']

/** Whether custody took all that a report says; what contradicts waits for a supervisor, and its sender should know. */
export async function isTaken(db: Knex, id: string, by: Actor): Promise<boolean> {
  const { verdicts } = await reportView(db, id, by)
  return verdicts.every(({ verdict }) => taken.includes(verdict))
}
