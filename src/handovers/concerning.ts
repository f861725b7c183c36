import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { type Side, sidesOf } from './sides.ts'

type Part = 'giver' | 'taker'

/** Narrows rows with a giver and a taker to those on whose sides somebody stands; supervisors and auditors see all. */
export function concerning(query: Knex.QueryBuilder, by: Actor, parts: readonly Part[] = ['giver', 'taker']): void {
  if (visibleUnits(by, 'read hand-overs') === 'all') return
  query.where(mine => {
    for (const part of parts) for (const { side } of sidesOf(by)) mine.orWhere(onSide(part, side))
  })
}

function onSide(part: Part, side: Side) {
  const { kind, unit, person } = side
  return person === null ? { [`${part}_kind`]: kind, [`${part}_unit`]: unit } : { [`${part}_person`]: person }
}
