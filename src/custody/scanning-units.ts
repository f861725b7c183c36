import type { Actor } from '../people/actor.ts'

/** Where somebody scans; one who works in several places says for which. */
export function scanningUnits({ assignments }: Actor) {
  const units = assignments.flatMap(({ unit, unit_name }) => (unit ? [{ id: unit, name: unit_name ?? unit }] : []))
  return [...new Map(units.map(unit => [unit.id, unit])).values()]
}
