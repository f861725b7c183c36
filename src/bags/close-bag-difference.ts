import type { Knex } from 'knex'
import { noSuchDifference, wordOn } from '../handovers/difference-side.ts'
import type { Actor } from '../people/actor.ts'
import { sidesOfBag } from './bag-sides.ts'

export type Closing = { code: string; id: string; reason: string }

/**
 * One end of a bag says why something was not as it was sealed; closed when both have. Answers whether it is closed now.
 * Throws notFound, conflict `already_closed`.
 */
export async function closeBagDifference(
  db: Knex,
  { code, id, reason }: Closing,
  { by, now }: { by: Actor; now: Date },
): Promise<{ id: string; is_closed: boolean }> {
  return db.transaction(async trx => {
    const row = await trx('bag_differences')
      .join('bags', 'bags.id', 'bag_differences.bag_id')
      .join('units as maker', 'maker.id', 'bags.made_unit')
      .join('units as opener', 'opener.id', 'bags.opened_unit')
      .where({ 'bag_differences.id': id, 'bags.code': code })
      .forUpdate('bag_differences')
      .first(
        'bag_differences.*',
        'sealed_by',
        'opened_by',
        'made_unit',
        'opened_unit',
        'maker.kind as made_kind',
        'opener.kind as opened_kind',
      )
    if (!row) throw noSuchDifference()
    const is_self = row.sealed_by === row.opened_by
    const { columns, isLast } = wordOn({ ...row, is_self }, sidesOfBag(row), { by, now, reason })
    await trx('bag_differences').where({ id }).update(columns)
    return { id, is_closed: isLast }
  })
}
