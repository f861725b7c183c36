import type { Dong } from '../kit/money.ts'

type Priced = { id: string; amount_to_collect: Dong | null }

/**
 * What one parcel has of the money that was collected for several: its own amount as long as the money lasts, in their
 * order; what is more than all of them is the last one's. Pure; the shares add up to the whole.
 */
export function shareOf(collected: Dong, parcels: readonly Priced[], id: string): Dong {
  let left = collected
  for (const [i, { id: mine, amount_to_collect }] of parcels.entries()) {
    const share = i === parcels.length - 1 ? left : Math.min(left, amount_to_collect ?? 0)
    if (mine === id) return share
    left -= share
  }
  return 0
}
