import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import {
  type Difference,
  differencesOfHandover,
  type Handover,
  type HandoverParcel,
  handoverById,
  parcelsOfHandover,
} from './queries.ts'

/** A sheet as the API answers it. Throws notFound to those on neither side. */
export async function handoverView(db: Knex, id: string, by: Actor) {
  const handover = await handoverById(db, id, by)
  const [parcels, differences] = await Promise.all([parcelsOfHandover(db, id), differencesOfHandover(db, id)])
  const codesOf = (kind: Difference['kind']) => differences.filter(one => one.kind === kind).map(({ code }) => code)
  return {
    ...headOf(handover),
    mode: handover.mode,
    condition: handover.condition,
    reservation: handover.reservation,
    paper_number: handover.paper_number,
    parcels: parcels.map(({ is_scanned: _, ...parcel }: HandoverParcel) => parcel),
    short: codesOf('short'),
    over: codesOf('over'),
    differences: differences.map(differenceOf),
    links: { sheet: `/api/v1/handovers/${id}.pdf` },
  }
}

/** What a list says of a sheet too. */
export const headOf = ({ id, number, state, direction, is_implicit, is_self, ...handover }: Handover) => ({
  id,
  number,
  state,
  direction,
  is_implicit,
  is_self,
  giver: partyOf(handover.giver),
  taker: partyOf(handover.taker),
  released_at: handover.released_at && rfc3339(handover.released_at),
  accepted_at: handover.accepted_at && rfc3339(handover.accepted_at),
})

/** One side as the API answers it. */
export const partyOf = ({ kind, unit, unit_name, person, name }: Handover['giver']) => ({
  kind,
  unit,
  unit_name,
  person,
  name,
})

const differenceOf = ({ giver_closed_at, taker_closed_at, ...difference }: Difference) => ({
  ...difference,
  giver_closed_at: giver_closed_at && rfc3339(giver_closed_at),
  taker_closed_at: taker_closed_at && rfc3339(taker_closed_at),
  is_closed: giver_closed_at !== null && taker_closed_at !== null,
})
