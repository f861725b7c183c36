import type { Knex } from 'knex'
import type { BagsRow } from '../../db/tables.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { isOpenOn } from '../places/queries.ts'
import { recordedAt, sealedFacts, signedFacts } from './may-not-correct.ts'
import type { Refusal, Scan } from './scan.ts'

/** What a judgement needs beside the history: which post offices and bags there are, and which facts two sides have signed for. */
export type Known = {
  offices: ReadonlySet<string>
  bags: ReadonlyMap<string, OpenBag>
  signed: ReadonlySet<string>
  /** Facts of packing whose bag is no longer open. */
  sealed: ReadonlySet<string>
  /** When facts that are to be taken back were recorded. */
  recorded: ReadonlyMap<string, Date>
}

/** What these scans name beside their parcels, read once for all of them. Call it once the parcels are locked. */
export const knownOf = async (trx: Knex, scans: readonly Scan[], now: Date): Promise<Known> => ({
  offices: await officesNamed(trx, scans, localDate(now)),
  bags: await bagsNamed(trx, scans),
  ...(await correctedFacts(
    trx,
    scans.flatMap(({ corrects }) => corrects ?? []),
  )),
})

/** What speaks against taking back the facts that are to be. */
const correctedFacts = async (trx: Knex, facts: readonly string[]) => ({
  signed: await signedFacts(trx, facts),
  sealed: await sealedFacts(trx, facts),
  recorded: await recordedAt(trx, facts),
})

/** A parcel can be redirected only to an office that is open. */
async function officesNamed(trx: Knex, scans: readonly Scan[], today: IsoDate): Promise<Set<string>> {
  const named = scans.filter(({ step }) => step === 'redirect').map(({ detail }) => String(detail['office']))
  if (!named.length) return new Set()
  return new Set(
    await trx('units').where({ kind: 'post_office' }).whereIn('id', named).where(isOpenOn(today)).pluck('id'),
  )
}

/** A bag that something is to be packed into, and how much is in it. */
type OpenBag = Pick<BagsRow, 'state' | 'made_unit'> & { parcels: number }

/** So many parcels one bag holds: a scan of it moves all of them in one transaction. */
const most = 200

/** The bags that these scans pack into, locked: nobody seals one, or fills its last place, meanwhile. */
async function bagsNamed(trx: Knex, scans: readonly Scan[]): Promise<Map<string, OpenBag>> {
  const codes = scans.flatMap(({ step, detail }) => (step === 'pack' ? [String(detail['bag'])] : []))
  if (!codes.length) return new Map()
  const locked = await trx('bags').whereIn('code', codes).orderBy('id').forUpdate().select('id', 'code')
  const ids = locked.map(({ id }) => id)
  const rows: (OpenBag & { code: string })[] = await trx('bags')
    .whereIn('id', ids)
    .select('code', 'state', 'made_unit')
    .select(trx.raw('(select count(*)::integer from bag_parcels where bag_id = bags.id) as parcels'))
  return new Map(rows.map(row => [row.code, row]))
}

/** Why nothing can be packed into this bag by somebody of this unit, or null. */
export function packingRefusal(bag: OpenBag | undefined, unit: string | null): Refusal | null {
  if (!bag || bag.made_unit !== unit) return 'unknown_bag'
  if (bag.state !== 'open') return 'bag_not_open'
  return bag.parcels >= most ? 'bag_full' : null
}
