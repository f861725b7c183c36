import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { type BagOnScreen, bagOnScreen } from './bag-on-screen.ts'
import type { Bag, BagDifference } from './queries.ts'

/** A bag as the API answers it; to who is to open it without what only the count may show. Throws notFound to strangers. */
export async function bagView(db: Knex, code: string, by: Actor) {
  const { bag, isBlind, parcels, differences } = await bagOnScreen(db, code, by)
  const codesOf = (kind: BagDifference['kind']) =>
    differences.flatMap(one => (one.kind === kind && one.code ? [one.code] : []))
  return {
    ...headOf(bag),
    is_blind: isBlind,
    count: isBlind ? null : bag.parcels,
    seal: bag.seal_number,
    weight_g: bag.weight_g,
    found_seal: bag.found_seal,
    found_weight_g: bag.found_weight_g,
    parcels,
    short: codesOf('short'),
    over: codesOf('over'),
    differences: differences.map(differenceOf),
    links: { label: `/api/v1/bags/${bag.code}/label.pdf` },
  }
}

/** What a list says of a bag too. */
export const headOf = (bag: Bag) => ({
  code: bag.code,
  state: bag.state,
  from: { unit: bag.made_unit, name: bag.made_name },
  to: { unit: bag.to_unit, name: bag.to_name },
  made_at: rfc3339(bag.made_at),
  sealed_at: bag.sealed_at && rfc3339(bag.sealed_at),
  opened_at: bag.opened_at && rfc3339(bag.opened_at),
  opened_by: bag.opened_unit ? { unit: bag.opened_unit, name: bag.opened_name ?? '' } : null,
})

const differenceOf = ({
  isMine: _,
  giver_closed_at,
  taker_closed_at,
  ...difference
}: BagOnScreen['differences'][number]) => ({
  ...difference,
  giver_closed_at: giver_closed_at && rfc3339(giver_closed_at),
  taker_closed_at: taker_closed_at && rfc3339(taker_closed_at),
  is_closed: giver_closed_at !== null && taker_closed_at !== null,
})
