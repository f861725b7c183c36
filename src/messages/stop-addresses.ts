import type { Knex } from 'knex'

/** Nothing is sent to these any more, whoever's dossier it is: no other channel is tried either. Twice is once. */
export async function stopAddresses(
  db: Knex,
  indexes: readonly Buffer[],
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  if (!indexes.length) return
  // In one order, so that two who share addresses do not wait for each other.
  const inOrder = [...indexes].sort(Buffer.compare)
  await db('message_stops')
    .insert(inOrder.map(address_index => ({ address_index, stopped_at: now, stopped_by: by })))
    .onConflict('address_index')
    .ignore()
}
