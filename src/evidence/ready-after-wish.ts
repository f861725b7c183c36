// Since when a parcel can be fetched once somebody wants it elsewhere, by other code than custody's own.
import type { StoredFact } from './read-facts.ts'
import type { StoredParcel } from './read-stored.ts'

type Lies = { holder: { kind: string; unit: string | null }; redirected: string | null; collectable: string | null }

/**
 * `wanted` is where it was wanted before. Where it was wanted first it stays ready; where the hotline says that it is wanted
 * where it lies, it is ready from then on.
 */
export function readyAfterWish(
  { destination_unit }: Pick<StoredParcel, 'destination_unit'>,
  { holder, redirected, collectable }: Lies,
  { fact, wanted }: { fact: StoredFact; wanted: string | null },
): string | null {
  if (collectable !== null && (wanted === destination_unit || wanted === redirected)) return collectable
  const liesThere = holder.kind === 'post_office' && holder.unit === redirected
  return liesThere && fact.role === 'hotline' ? fact.effective_at : null
}
