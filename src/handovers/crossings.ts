import { takerOf } from '../custody/after-step.ts'
import type { Change } from '../custody/consequence.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { isSame, type Side, sideOf } from './sides.ts'

/** A parcel went from one side to another, by a fact that stands. */
export type Crossing = { parcel_id: string; event: string; giver: Side; taker: Side; at: Date; day: IsoDate }

/** The boundaries a parcel crossed by the facts that its change tells of. Pure. */
export function crossingsOf({ parcel, before, stands, isWhole }: Change): Crossing[] {
  let holder = isWhole ? parcel.origin : before.holder
  return stands.flatMap(fact => {
    const [giver, taker] = [sideOf(holder), sideOf(takerOf(holder, fact))]
    holder = takerOf(holder, fact)
    // What is found again was handed over by nobody, what was collected by somebody outside.
    if (!giver || !taker || isSame(giver, taker) || fact.step === 'find' || fact.step === 'collect') return []
    const at = fact.effective_at
    return [{ parcel_id: parcel.id, event: fact.id, giver, taker, at, day: localDate(at) }]
  })
}
