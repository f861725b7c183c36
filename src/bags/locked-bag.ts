import type { Knex } from 'knex'
import type { BagsRow } from '../../db/tables.ts'
import type { Actor } from '../people/actor.ts'
import { maySee, noSuchBag } from './bag-sides.ts'
import { heldBy } from './queries.ts'

export type LockedBag = BagsRow & { held_by: string[] }

/** A bag, its row locked until the transaction ends. Lock its parcels before. Throws notFound to strangers. */
export async function lockedBag(trx: Knex, code: string, by: Actor): Promise<LockedBag> {
  const row: LockedBag | undefined = await trx('bags').where({ code }).forUpdate().first('*', heldBy(trx))
  if (!row || !maySee(by, row)) throw noSuchBag()
  return row
}
