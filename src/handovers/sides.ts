import type { Holder } from '../custody/fact.ts'
import type { Actor, Assignment } from '../people/actor.ts'
import type { Role } from '../people/roles.ts'

/** One side of a boundary: an office or a police unit, or a person who carries. */
export type Side = { kind: 'post_office' | 'police_unit' | 'courier'; unit: string; person: string | null }
export type Acting = { side: Side; assignment: Assignment & { unit: string } }

/** Who stands for a side: for the unit where they work, or for themselves with a bag on the shoulder. */
const standsFor: Partial<Record<Role, 'unit' | 'self'>> = {
  clerk: 'unit',
  officer: 'unit',
  courier: 'self',
  driver: 'self',
}

/** The sides somebody may give or take for, each with the assignment that makes it so. */
export const sidesOf = (actor: Actor): Acting[] =>
  actor.assignments.flatMap(assignment => {
    const { role, unit, unit_kind } = assignment
    const stands = standsFor[role]
    if (!stands || !unit || !unit_kind) return []
    const side: Side =
      stands === 'self' ? { kind: 'courier', unit, person: actor.id } : { kind: unit_kind, unit, person: null }
    return [{ side, assignment: { ...assignment, unit } }]
  })

/** A courier is the same wherever they work; an office is its unit. */
export const isSame = (a: Side, b: Side): boolean =>
  a.kind === b.kind && (a.kind === 'courier' ? a.person === b.person : a.unit === b.unit)

/** The side that holds a parcel, or null for a holder that signs no sheets: applicant, carrier, recipient. */
export function sideOf({ kind, unit, person }: Holder): Side | null {
  if (!unit || kind === 'applicant' || kind === 'carrier' || kind === 'recipient') return null
  return { kind, unit, person: kind === 'courier' ? person : null }
}

/** Whether this side has the parcel by its facts. */
export function isHeldBy(side: Side, holder: Holder): boolean {
  const held = sideOf(holder)
  return held !== null && isSame(held, side)
}

/** How somebody gives or takes for this side, at its unit where they can; undefined for those who do not stand on it. */
export function actingFor(actor: Actor, side: Side): Acting | undefined {
  const mine = sidesOf(actor).filter(acting => isSame(acting.side, side))
  return mine.find(acting => acting.side.unit === side.unit) ?? mine[0]
}

/** Whether somebody may speak for this side: who stands on it, or a supervisor of its organisation. */
export const speaksFor = (actor: Actor, side: Side): boolean =>
  actingFor(actor, side) !== undefined ||
  actor.assignments.some(
    ({ role, unit_kind }) =>
      role === 'supervisor' && (unit_kind === 'police_unit') === (side.kind === 'police_unit') && unit_kind !== null,
  )

/** The columns in which a table keeps a side. */
export const columnsOfSide = <Part extends 'giver' | 'taker'>(part: Part, { kind, unit, person }: Side) =>
  ({ [`${part}_kind`]: kind, [`${part}_unit`]: unit, [`${part}_person`]: person }) as Record<
    `${Part}_kind`,
    Side['kind']
  > &
    Record<`${Part}_unit`, string> &
    Record<`${Part}_person`, string | null>

type Kept = Record<'giver_kind' | 'taker_kind', Side['kind']> &
  Record<'giver_unit' | 'taker_unit', string> &
  Record<'giver_person' | 'taker_person', string | null>

/** The two sides of a row. */
export const bothSides = (row: Kept): { giver: Side; taker: Side } => ({
  giver: { kind: row.giver_kind, unit: row.giver_unit, person: row.giver_person },
  taker: { kind: row.taker_kind, unit: row.taker_unit, person: row.taker_person },
})
