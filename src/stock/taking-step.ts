import type { Step } from '../custody/steps.ts'
import type { UnitKind } from '../people/actor.ts'
import type { RecordLine } from './record.ts'

const forThePolice: readonly RecordLine['purpose'][] = ['filing', 'supplement']

/**
 * The ordinary scan by which a unit says that it has what was over; null for what only a supervisor can bring back: delivered
 * or reported lost, or what a bag for the police holds. Pure.
 */
export function takingStep(unit: UnitKind, { holder, purpose, is_lost }: RecordLine): Step | null {
  if (is_lost || holder.kind === 'recipient') return null
  if (unit === 'post_office') return 'arrive'
  if (holder.kind === 'police_unit') return 'transfer'
  if (purpose === 'bag') return null
  return forThePolice.includes(purpose) ? 'lodge' : 'take_back'
}
