import type { Knex } from 'knex'
import { type Dong, dong } from '../kit/money.ts'

/** An amount with the rule that gave it; null is unknown, and stays unknown until somebody types it with its source. */
export type Quote = { amount: Dong | null; note: string }
export type Fees = { state: Quote & { currency: string }; postage: Postage }
/** Unverified while one of its rates stands on no source of the province. */
export type Postage = Quote & { is_verified: boolean }

/** From one district to another, or to somewhere beyond the province, one way. */
export type Leg = { from: string | null; to: string | 'elsewhere' | null }

/**
 * Postage of the legs, one way each, summed, plus the remittance of the state fee where the post collects it
 * (TT 22/2017/TT-BTTTT as published; the table is data, to be replaced by the province's own price list).
 */
export async function quotePostage(
  db: Knex,
  { legs, weight_g, remits }: { legs: Leg[]; weight_g: number | null; remits: boolean },
): Promise<Postage> {
  const zones = [...legs.map(zoneOf), ...(remits ? ['remittance' as const] : [])]
  const rates: Rate[] = []
  for (const zone of zones) rates.push(await rateOf(db, zone, weight_g))
  const amounts = rates.map(rate => rate.amount)
  const sum = amounts.reduce(
    (total: number | null, amount) => (total === null || amount === null ? null : total + amount),
    0,
  )
  return { amount: sum, note: ruleOf(rates), is_verified: rates.every(rate => rate.is_verified) }
}

/** `Nội huyện 26.000 đ + Liên huyện 30.000 đ (who published it)`. */
function ruleOf(rates: Rate[]): string {
  const parts = rates.map(({ zone, amount }) => `${zoneNames[zone]} ${dong(amount)}`)
  return `${parts.join(' + ')} (${[...new Set(rates.map(({ source }) => source))].join('; ')})`
}

function zoneOf({ from, to }: Leg) {
  if (to === 'elsewhere') return 'out_of_province'
  return from === to ? 'same_district' : 'between_districts'
}

const zoneNames = {
  same_district: 'Nội huyện',
  between_districts: 'Liên huyện',
  // The price depends on the region, which an address does not say: the clerk types it.
  out_of_province: 'Ngoài tỉnh',
  between_provinces_near: 'Liên tỉnh gần',
  between_provinces: 'Liên tỉnh',
  between_provinces_far: 'Liên tỉnh xa',
  remittance: 'Chuyển nộp lệ phí',
}

type Zone = keyof typeof zoneNames
type Rate = { zone: Zone; amount: Dong | null; source: string; is_verified: boolean }

/** A parcel nobody weighed is priced as the first step, as the counter does with an envelope. */
async function rateOf(db: Knex, zone: Zone, weight_g: number | null): Promise<Rate> {
  const unknown = { zone, amount: null, source: 'chưa có bảng giá', is_verified: false }
  if (zone === 'out_of_province') return unknown
  const rate = await db('postage_rates')
    .where({ zone })
    .where(step => step.whereNull('up_to_g').orWhere('up_to_g', '>=', weight_g ?? 1))
    .orderByRaw('up_to_g nulls last')
    .first('zone', 'amount', 'source', 'is_verified')
  return rate ?? unknown
}

/** The state's fee of a procedure, never added to postage. */
export const stateFee = (procedure: { fee_amount: number | null; fee_note: string | null }): Fees['state'] => ({
  amount: procedure.fee_amount,
  currency: 'VND',
  note:
    procedure.fee_note ?? (procedure.fee_amount === null ? 'chưa có nguồn xác nhận mức thu' : 'theo danh mục thủ tục'),
})
