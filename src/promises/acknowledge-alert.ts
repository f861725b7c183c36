import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'

/** A supervisor takes an alert on, with a note. Throws notFound, or conflict when somebody already did. */
export async function acknowledgeAlert(
  db: Knex,
  { id, note }: { id: string; note: string },
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  const rows = await db('alerts')
    .where({ id })
    .whereNull('acknowledged_at')
    .update({ acknowledged_at: now, acknowledged_by: by.id, note })
    .returning('id')
  if (rows.length) return
  if (!(await db('alerts').where({ id }).first('id'))) throw notFound('Không có cảnh báo này.')
  throw conflict('already_acknowledged', 'Cảnh báo này đã có người nhận xử lý.')
}
