import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'
import { type FieldError, invalid } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Acceptance } from './accept-handover.ts'
import { acceptedCodes } from './accepted-codes.ts'
import { arrivals } from './arrivals.ts'
import { type HandedParcel, parcelsByCodes, uniqueCodes } from './handed-parcels.ts'
import { bothSides, isHeldBy } from './sides.ts'
import type { Condition } from './take-parcels.ts'

/** A parcel of the list, or one that came besides, as the taker tells of it. */
export type Claim = HandedParcel & {
  is_listed: boolean
  /** The taker says it is there. */
  is_named: boolean
  /** By its facts the taker has it, or had it and nobody names it now: it needs no new one. */
  is_theirs: boolean
  condition: Condition | null
}

/**
 * What a signature says of each parcel. Throws invalid for a code that is nobody's, for one the taker had long before, for
 * a condition of something else, and what the way of making sure throws.
 */
export async function claimsOf(
  trx: Knex,
  sheet: HandoversRow,
  acceptance: Acceptance,
  listed: readonly string[],
): Promise<Claim[]> {
  const named = uniqueCodes(acceptance.codes ?? [])
  const parcels = await parcelsByCodes(trx, [...new Set([...named, ...listed])])
  const ids = (some: readonly HandedParcel[]) => some.map(({ id }) => id)
  const byName = parcels.filter(({ code }) => named.includes(code))
  const arrived = await arrivals(trx, sheet, { parcels: ids(parcels), named: ids(byName) })
  const scanned = parcels.flatMap(({ id, code }) => (listed.includes(code) && arrived.has(id) ? [code] : []))
  const there = new Set([...acceptedCodes(acceptance, { listed, scanned }), ...scanned])
  const conditions = conditionsOf(acceptance, parcels)
  const { taker } = bothSides(sheet)
  const claims = parcels.map(parcel => ({
    ...parcel,
    is_listed: listed.includes(parcel.code),
    is_named: there.has(parcel.code),
    is_theirs: isHeldBy(taker, parcel.holder) || (arrived.has(parcel.id) && !named.includes(parcel.code)),
    condition: conditions(parcel.code),
  }))
  refuseOldOnes(claims, arrived)
  return claims
}

/** What the taker had before the release was not handed over with this list. */
function refuseOldOnes(claims: readonly Claim[], arrived: ReadonlyMap<string, string>) {
  const errors = claims.flatMap(({ id, code, is_listed, is_theirs }, i) =>
    is_listed || !is_theirs || arrived.has(id)
      ? []
      : [{ pointer: `/codes/${i}`, detail: `${code}: bên nhận đã giữ từ trước khi lập bảng.` }],
  )
  if (errors.length) throw invalid(errors)
}

/** How each looked: said of the parcel, else of all of them. Throws invalid. */
function conditionsOf({ condition, conditions = {} }: Acceptance, parcels: readonly HandedParcel[]) {
  const said = new Map(Object.entries(conditions).map(([code, looks]) => [normaliseItemCode(code), looks]))
  const errors: FieldError[] = [...said.keys()]
    .filter(code => !parcels.some(parcel => parcel.code === code))
    .map(code => ({ pointer: `/conditions/${code}`, detail: `${code} không có trong bảng này.` }))
  if (errors.length) throw invalid(errors)
  return (code: string): Condition | null => said.get(code) ?? condition ?? null
}
