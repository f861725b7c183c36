import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { bothSides, speaksFor } from './sides.ts'

/** A sheet, its row locked until the transaction ends. Throws notFound for those who stand on neither side. */
export async function lockedHandover(trx: Knex, id: string, by: Actor): Promise<HandoversRow> {
  const row = await trx('handovers').where({ id }).forUpdate().first('*')
  if (!row || !Object.values(bothSides(row)).some(side => speaksFor(by, side)))
    throw notFound('Không có bảng giao nhận này ở đơn vị của ông/bà.')
  return row
}
