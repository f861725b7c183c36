import type { Dong } from '../kit/money.ts'

/** What is to be collected for these parcels together; null where one does not know: unknown is not nothing. Pure. */
export const owedFor = (parcels: readonly { amount_to_collect: Dong | null }[]): Dong | null =>
  parcels.reduce(
    (sum: Dong | null, { amount_to_collect: amount }) => (sum === null || amount === null ? null : sum + amount),
    0,
  )
