import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { conflict } from '../kit/errors.ts'
import { holdName } from '../platform/hold-name.ts'
import { reportFingerprint, type Told } from './record-report.ts'

/**
 * Whether this report was taken before; who sends it a second time at the same moment waits for the first. Throws conflict
 * `id_reused` where the id was another person's or another report's.
 */
export async function wasToldBefore(
  trx: Knex,
  { report, round }: Pick<Told, 'report' | 'round'>,
  doing: Doing,
): Promise<boolean> {
  await holdName(trx, `delivery report ${report.id}`)
  const row = await trx('delivery_reports').where({ id: report.id }).first('person_id', 'fingerprint')
  if (!row) return false
  if (row.person_id === doing.by.id && row.fingerprint.equals(reportFingerprint(report, round, doing))) return true
  throw conflict('id_reused', 'Mã số lần báo này đã dùng cho một lần báo khác.')
}
