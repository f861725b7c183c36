import { type Actor, type Assignment, assignmentFor } from './actor.ts'
import type { Role } from './roles.ts'

/** Everything staff may do, and in which role. A route names one of these; nothing else opens it. */
const actions = {
  'take in': ['clerk', 'officer'],
  'make parcel': ['clerk', 'officer'],
  scan: ['clerk', 'courier', 'driver', 'officer', 'supervisor', 'hotline'],
  decide: ['officer'],
  'open parcel': ['officer'],
  withdraw: ['clerk', 'officer'],
  'receive supplement': ['clerk', 'officer'],
  'reissue lookup code': ['clerk', 'officer'],
  refund: ['clerk'],
  'read dossiers': ['clerk', 'officer', 'supervisor', 'hotline', 'auditor'],
  'read parcels': ['clerk', 'courier', 'driver', 'officer', 'supervisor', 'hotline', 'auditor'],
  print: ['clerk', 'officer', 'supervisor'],
  'print blank sets': ['clerk'],
  'count stock': ['clerk', 'officer'],
  'read stock counts': ['clerk', 'officer', 'supervisor', 'auditor'],
  'hand over': ['clerk', 'courier', 'driver', 'officer'],
  'read hand-overs': ['clerk', 'courier', 'driver', 'officer', 'supervisor', 'auditor'],
  'settle hand-over': ['clerk', 'courier', 'driver', 'officer', 'supervisor'],
  bag: ['clerk', 'officer'],
  'read bags': ['clerk', 'officer', 'supervisor', 'auditor'],
  'plan round': ['clerk', 'courier'],
  'carry round': ['courier'],
  'read rounds': ['clerk', 'courier', 'supervisor', 'auditor'],
  'watch rounds': ['clerk', 'supervisor', 'auditor'],
  'close round': ['clerk'],
  'hand out': ['clerk'],
  'read proof': ['supervisor', 'auditor'],
  'call people': ['clerk'],
  'stop messages': ['clerk'],
  'read messages': ['supervisor', 'auditor'],
  'send again': ['supervisor'],
  'watch promises': ['supervisor', 'auditor'],
  acknowledge: ['supervisor'],
  'close review': ['supervisor'],
  administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof actions

/** Who sees beyond their own unit: they answer for the whole, or are called by anybody. */
const everywhere: readonly Role[] = ['supervisor', 'hotline', 'auditor']

/** Whether any of the actor’s assignments allows `action`, wherever it is held. */
export const may = (actor: Actor, action: Action): boolean => assignmentFor(actor, actions[action]) !== null

/** The assignments under which the actor may do `action`. */
export function assignmentsFor(actor: Pick<Actor, 'assignments'>, action: Action): Assignment[] {
  const roles: readonly Role[] = actions[action]
  return actor.assignments.filter(({ role }) => roles.includes(role))
}

/** The units for which the actor may do `action`, or 'all': a role at one unit opens nothing at another, nor another action. */
export function visibleUnits(actor: Actor, action: Action): 'all' | string[] {
  const allowing = assignmentsFor(actor, action)
  if (allowing.some(({ role }) => everywhere.includes(role))) return 'all'
  return allowing.flatMap(({ unit }) => (unit ? [unit] : []))
}
