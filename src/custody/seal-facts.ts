import type { Knex } from 'knex'
import type { CustodyEventsRow } from '../../db/tables.ts'
import { groupBy } from '../kit/group-by.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { factHash } from './chain.ts'

const parcelsAtOnce = 2000

/**
 * Chains the facts that were recorded before there was a chain, in record order, and makes the hash NOT NULL: from then on
 * there is nothing left to seal, and a changed fact cannot be sealed over. As the owner, after `migrate`; as often as it
 * is called.
 */
export async function sealFacts(owner: Knex): Promise<void> {
  await oneAtATime(owner, 'buu-tram seal', async () => {
    if (await isSealed(owner)) return
    await owner.transaction(async trx => {
      await trx.raw(`set local statement_timeout = 0; set local lock_timeout = '30s'`)
      await trx.raw('alter table custody_events disable trigger custody_events_are_facts')
      await sealAll(trx)
      await trx.raw('alter table custody_events enable trigger custody_events_are_facts')
      await trx.raw('alter table custody_events alter column hash set not null')
    })
  })
}

async function isSealed(owner: Knex): Promise<boolean> {
  const { rows } = await owner.raw<{ rows: { attnotnull: boolean }[] }>(
    `select attnotnull from pg_attribute where attrelid = 'custody_events'::regclass and attname = 'hash'`,
  )
  return rows[0]?.attnotnull === true
}

/** By whole parcels, so that it does not matter how many facts there are. */
async function sealAll(trx: Knex) {
  for (let after: string | null = null; ; ) {
    const page: string[] = await trx('parcel_presents')
      .modify(query => after && query.where('parcel_id', '>', after))
      .orderBy('parcel_id')
      .limit(parcelsAtOnce)
      .pluck('parcel_id')
    if (!page.length) return
    await sealParcels(trx, page)
    after = page.at(-1) ?? null
  }
}

async function sealParcels(trx: Knex, parcels: readonly string[]) {
  const facts = await trx('custody_events').whereIn('parcel_id', parcels).orderBy('seq').select()
  const sealed = [...groupBy(facts, fact => fact.parcel_id).values()].map(chained)
  const links = sealed.flat()
  await trx.raw(
    `update custody_events set prev_hash = link.prev_hash, hash = link.hash
     from unnest(:ids::uuid[], :prevs::bytea[], :hashes::bytea[]) as link (id, prev_hash, hash)
     where custody_events.id = link.id`,
    { ids: links.map(({ id }) => id), prevs: links.map(prev), hashes: links.map(({ hash }) => hash) },
  )
  const ends = sealed.flatMap(chain => chain.slice(-1))
  await trx.raw(
    `update parcel_presents set last_hash = chain.hash
     from unnest(:parcels::uuid[], :hashes::bytea[]) as chain (parcel_id, hash)
     where parcel_presents.parcel_id = chain.parcel_id`,
    { parcels: ends.map(({ parcel_id }) => parcel_id), hashes: ends.map(({ hash }) => hash) },
  )
}

type Link = { id: string; parcel_id: string; prev_hash: Buffer | null; hash: Buffer }

const prev = ({ prev_hash }: Link) => prev_hash

function chained(facts: readonly CustodyEventsRow[]): Link[] {
  let prev_hash: Buffer | null = null
  return facts.map(fact => {
    const { id, parcel_id, person_id: person, unit_id: unit, ...said } = fact
    const link: Link = {
      id,
      parcel_id,
      prev_hash,
      hash: factHash({ ...said, id, parcel: parcel_id, prev_hash, person, unit }),
    }
    prev_hash = link.hash
    return link
  })
}
