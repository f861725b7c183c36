import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'

/** The mailbox in which a unit hears of its alerts; null where it wants none. Throws notFound. */
export async function setMailbox(db: Knex, id: string, email: string | null): Promise<void> {
  if (!(await db('units').where({ id }).update({ email }))) throw notFound('Không có đơn vị này.')
}
