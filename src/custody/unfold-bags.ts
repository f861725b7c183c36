import type { Knex } from 'knex'
import { isBagCode } from './bag-scans.ts'

/** Codes in which that of a sealed bag became those of what is in it; `alone` are those somebody wrote themselves. */
export type Unfolded = { codes: string[]; alone: ReadonlySet<string> }

/**
 * Puts in the place of each sealed bag's code those of the parcels presumed inside, each code once. Another bag's code stays
 * as it is: it is nobody's parcel. One statement, and none without bags.
 */
export async function unfoldBags(db: Knex, codes: readonly string[]): Promise<Unfolded> {
  const alone = new Set(codes.filter(code => !isBagCode(code)))
  if (alone.size === codes.length) return { codes: [...codes], alone }
  const rows: { bag: string; code: string }[] = await db('bags')
    .join('bag_parcels', 'bag_parcels.bag_id', 'bags.id')
    .join('parcels', 'parcels.id', 'bag_parcels.parcel_id')
    .where({ state: 'sealed', is_inside: true })
    .whereIn('bags.code', codes)
    .orderBy('parcels.code')
    .select('bags.code as bag', 'parcels.code')
  const inside = (code: string) => rows.filter(({ bag }) => bag === code).map(row => row.code)
  return { codes: [...new Set(codes.flatMap(code => (inside(code).length ? inside(code) : [code])))], alone }
}
