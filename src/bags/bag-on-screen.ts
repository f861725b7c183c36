import type { Knex } from 'knex'
import { speaksFor } from '../handovers/sides.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/may.ts'
import { actingAt, knowsContents, openingUnits, sidesOfBag } from './bag-sides.ts'
import { type Bag, type BagDifference, bagByCode, differencesOfBag, parcelsOfBag } from './queries.ts'

/** A bag with all that its page shows this person, and what they may do with it. Throws notFound to strangers. */
export async function bagOnScreen(db: Knex, code: string, by: Actor) {
  const bag = await bagByCode(db, code, by)
  const isBlind = !knowsContents(by, bag)
  const [parcels, differences] = await Promise.all([
    isBlind ? [] : parcelsOfBag(db, bag.id),
    differencesOfBag(db, bag.id),
  ])
  const isMaker = actingAt(by, [bag.made_unit]) !== undefined
  return {
    bag: isBlind ? { ...bag, seal_number: null, weight_g: null, parcels: 0 } : bag,
    isBlind,
    parcels,
    differences: differences.map(one => ({ ...one, isMine: isOwedBy(by, bag, one) })),
    may: {
      pack: isMaker && bag.state === 'open',
      label: !isBlind && bag.state === 'sealed' && may(by, 'bag'),
      open: bag.state === 'sealed' && actingAt(by, openingUnits(bag)) !== undefined,
    },
  }
}
export type BagOnScreen = Awaited<ReturnType<typeof bagOnScreen>>

function isOwedBy(by: Actor, bag: Bag, { giver_closed_at, taker_closed_at }: BagDifference): boolean {
  const { giver, taker } = sidesOfBag(bag)
  return (!giver_closed_at && speaksFor(by, giver)) || (!taker_closed_at && speaksFor(by, taker))
}
