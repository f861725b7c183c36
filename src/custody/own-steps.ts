import type { Actor } from '../people/actor.ts'
import type { Role } from '../people/roles.ts'
import { ruleOf, type Step, stepNames } from './steps.ts'

/** What each role does all day: these buttons stand first, in this order. */
const usual: Partial<Record<Role, readonly Step[]>> = {
  clerk: ['arrive', 'hand_back', 'depart', 'deliver'],
  courier: ['load', 'deliver', 'attempt', 'hand_back'],
  driver: ['depart', 'hand_back', 'take_over'],
  officer: ['lodge', 'take_back', 'transfer'],
  supervisor: ['find', 'report_lost', 'report_damaged'],
}

export type OwnSteps = { usual: Step[]; other: Step[] }

/** The steps somebody's roles may do, the usual ones apart. */
export function ownSteps({ assignments }: Pick<Actor, 'assignments'>): OwnSteps {
  const roles = assignments.map(({ role }) => role)
  const may = stepNames.filter(step => ruleOf(step).roles.some(role => roles.includes(role)))
  const first = [...new Set(roles.flatMap(role => usual[role] ?? []))]
  return { usual: first, other: may.filter(step => !first.includes(step)) }
}
