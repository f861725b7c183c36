import type { Change } from '../custody/consequence.ts'
import { ruleOf } from '../custody/steps.ts'

/** A parcel left its bag by a fact that was not the bag's: somebody had it in hand alone. */
export type Leaving = { parcel_id: string; event_id: string; bag: string; at: Date }

/** Where a parcel left a bag, by the facts that its change tells of. Pure. */
export function leavingsOf({ parcel, before, stands, isWhole }: Change): Leaving[] {
  let bag = isWhole ? null : before.bag
  return stands.flatMap(({ id, step, detail, effective_at }) => {
    const was = bag
    if (step === 'correct') return []
    if (step === 'pack') bag = String(detail['bag'])
    const isAlone = step === 'unpack' || (ruleOf(step).taker !== 'keeps' && detail['bag'] !== was)
    if (!isAlone || step === 'pack' || !was) return []
    bag = null
    return [{ parcel_id: parcel.id, event_id: id, bag: was, at: effective_at }]
  })
}
