import type { UnitsRow } from '../../db/tables.ts'
import type { Role } from './roles.ts'

export type UnitKind = UnitsRow['kind']

/** A role somebody holds at a unit, in force now. */
export type Assignment = {
  role: Role
  unit: string | null
  unit_kind: UnitKind | null
  unit_name: string | null
  unit_level: string | null
}

/** Who is asking: a signed-in person and the assignments in force. */
export type Actor = { id: string; username: string; name: string; assignments: Assignment[] }

/** The assignment under which the person may act in one of `roles`, at `unit` when one is named. */
export const assignmentFor = (actor: Actor, roles: readonly Role[], unit: string | null = null) =>
  actor.assignments.find(({ role, unit: at }) => roles.includes(role) && (unit === null || at === unit)) ?? null
