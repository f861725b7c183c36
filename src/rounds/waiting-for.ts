import type { Knex } from 'knex'
import { type Hands, strictestHands } from '../parcels/strictest-hands.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { type Coming, comingParcels, waitsAt } from './coming-parcels.ts'
import { type DueParcel, dueParcels } from './due-parcels.ts'
import { owedFor } from './owed-for.ts'
import { stopsFor } from './stops-for.ts'

/** What waits at a counter for one receiver: the parcel that was asked for first. */
export type Waiting = {
  name: string
  address: string
  parcels: Coming[]
  to_collect: number | null
  hands: Hands
  /** What is to be done with the first, if its receiver does not come. */
  due: DueParcel | null
}

/** All that waits at the clerk's office for the receiver of this parcel; null where it is not there. */
export async function waitingFor(db: Knex, code: string, by: Actor, now: Date): Promise<Waiting | null> {
  const units = visibleUnits(by, 'hand out')
  const isHere = (parcel: Coming) => waitsAt(parcel, units)
  const [first] = (await comingParcels(db, { codes: [code] })).filter(isHere)
  if (!first?.holder_unit) return null
  const namesakes: string[] = await db('parcel_addressees')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcel_addressees.parcel_id')
    .where({ name: first.name, address: first.address, holder_kind: 'post_office', holder_unit: first.holder_unit })
    .pluck('parcel_addressees.parcel_id')
  const others = (await comingParcels(db, { ids: namesakes })).filter(one => isHere(one) && one.id !== first.id)
  const stops = stopsFor([{ ...first, stop: 1 }], others)
  const parcels = [first, ...others.filter((_, i) => stops[i] === 1)]
  const due = (await dueParcels(db, [first.holder_unit], now)).find(one => one.code === code) ?? null
  return {
    name: first.name,
    address: first.address,
    parcels,
    to_collect: owedFor(parcels),
    hands: strictestHands(parcels),
    due,
  }
}
