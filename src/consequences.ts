import { reconcileBags } from './bags/reconcile-bags.ts'
import type { Consequence } from './custody/consequence.ts'
import { reconcileHandBack } from './dossiers/reconcile-hand-back.ts'
import { reconcileReturned } from './dossiers/reconcile-returned.ts'
import { reconcileCrossings } from './handovers/reconcile-crossings.ts'
import { reconcileDeliveryClocks } from './promises/delivery-clocks.ts'
import { reconcileHoldingClocks } from './promises/holding-clocks.ts'
import { reconcileOutgoingClocks } from './promises/outgoing-clocks.ts'
import { reconcileCounts } from './stock/reconcile-counts.ts'

/** What follows where parcels are, in this order, in the transaction of the scan itself. */
export const consequences: readonly Consequence[] = [
  reconcileCrossings,
  reconcileBags,
  reconcileCounts,
  reconcileDeliveryClocks,
  reconcileHoldingClocks,
  reconcileOutgoingClocks,
  reconcileHandBack,
  reconcileReturned,
]
