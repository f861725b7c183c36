import type { BagsRow } from '../../db/tables.ts'
import { type Acting, type Side, sidesOf } from '../handovers/sides.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor, UnitKind } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'

/** Where a bag is from, bound to, and by its contents held now. */
export type BagPlaces = Pick<BagsRow, 'made_unit' | 'to_unit' | 'opened_unit' | 'state'> & {
  held_by: readonly string[]
}

/** Whose work takes them to the unit of a bag: clerks and officers, as their unit. */
export const actingAt = (by: Actor, units: readonly string[]): Acting | undefined =>
  units.flatMap(unit => sidesOf(by).filter(({ side }) => side.kind !== 'courier' && side.unit === unit))[0]

/** Who may know that there is such a bag: both ends, where it lies, and those who see everything. */
export function maySee(by: Actor, { made_unit, to_unit, opened_unit, held_by }: BagPlaces): boolean {
  const visible = visibleUnits(by, 'read bags')
  return visible === 'all' || [made_unit, to_unit, opened_unit, ...held_by].some(unit => unit && visible.includes(unit))
}

/** Opening is a blind count: until then the list, the seal and the weight are only for those who packed, and who see all. */
export function knowsContents(by: Actor, { made_unit, state }: BagPlaces): boolean {
  const visible = visibleUnits(by, 'read bags')
  return state === 'opened' || visible === 'all' || visible.includes(made_unit)
}

/** Where a sealed bag may be opened: where it is bound, and where it has come to. */
export const openingUnits = ({ to_unit, held_by }: BagPlaces): string[] => [...new Set([to_unit, ...held_by])]

export type Ends = Pick<BagsRow, 'made_unit' | 'opened_unit'> & {
  made_kind: UnitKind
  opened_kind: UnitKind | null
}

/** The two sides of what was not as it was sealed: who sealed the bag, and who opened it. */
export const sidesOfBag = ({
  made_unit,
  made_kind,
  opened_unit,
  opened_kind,
}: Ends): Record<'giver' | 'taker', Side> => ({
  giver: { kind: made_kind, unit: made_unit, person: null },
  taker: { kind: opened_kind ?? made_kind, unit: opened_unit ?? made_unit, person: null },
})

/** One answer for what does not exist and for what the asker may not know of. */
export const noSuchBag = () => notFound('Không có túi này ở đơn vị của ông/bà.')
