import type { Knex } from 'knex'
import { addMs, day } from '../kit/time.ts'
import { grownNodes, type HashedNode } from './grow-tree.ts'
import { subtree } from './merkle.ts'
import { logSize, readNodes } from './read-nodes.ts'

const factsAtOnce = 5000

/**
 * Takes facts that are committed and not yet in the log into it, and answers how many. Never "what came after the last
 * one": a transaction that began earlier may commit later. So it looks at each fact of the last day, along the index on
 * `recorded_at`, and asks the unique index of `log_leaves` whether it is there; no transaction of ours lives that long.
 */
export const appendRecent = async (db: Knex, now: Date): Promise<number> =>
  appendSince(db, (await logSize(db)) === 0 ? beginning : addMs(now, -day))

/** The same over all facts, however late they came in: papers typed in, a clock that was wrong. For the hourly checkpoint. */
export const appendAll = (db: Knex): Promise<number> => appendSince(db, beginning)

const beginning = new Date(0)
const lowestId = '00000000-0000-0000-0000-000000000000'

type Fresh = { id: string; recorded_at: Date; hash: Buffer }

async function appendSince(db: Knex, recorded_at: Date): Promise<number> {
  let appended = 0
  for (let after: Omit<Fresh, 'hash'> = { recorded_at, id: lowestId }; ; ) {
    const facts = await db.transaction(trx => appendBatch(trx, after))
    const last = facts.at(-1)
    appended += facts.length
    if (!last || facts.length < factsAtOnce) return appended
    after = last
  }
}

/** One process appends; whoever comes meanwhile leaves it to that one. */
async function appendBatch(trx: Knex, after: Omit<Fresh, 'hash'>): Promise<Fresh[]> {
  await trx.raw('set local statement_timeout = 0')
  const { rows } = await trx.raw(`select pg_try_advisory_xact_lock(hashtextextended('buu-tram log', 0)) as is_mine`)
  if (!rows[0].is_mine) return []
  const facts = await freshFacts(trx, after)
  if (!facts.length) return []
  const size = await logSize(trx)
  const edge = await readNodes(trx, subtree(0, size))
  await insertLeaves(trx, size, facts)
  await insertNodes(
    trx,
    grownNodes(
      size,
      edge,
      facts.map(({ hash }) => hash),
    ),
  )
  return facts
}

async function freshFacts(trx: Knex, { recorded_at, id }: Omit<Fresh, 'hash'>): Promise<Fresh[]> {
  const { rows } = await trx.raw<{ rows: Fresh[] }>(
    `select id, recorded_at, hash from custody_events
     where recorded_at >= :recorded_at and (recorded_at, id) > (:recorded_at, :id::uuid)
       and not exists (select from log_leaves where event_id = custody_events.id)
     order by recorded_at, id
     limit :factsAtOnce`,
    { recorded_at, id, factsAtOnce },
  )
  return rows
}

const insertLeaves = (trx: Knex, size: number, facts: readonly Fresh[]) =>
  trx.raw(
    `insert into log_leaves (index, event_id)
     select :size::bigint + position - 1, event_id from unnest(:ids::uuid[]) with ordinality as fact (event_id, position)`,
    { size, ids: facts.map(({ id }) => id) },
  )

const insertNodes = (trx: Knex, nodes: readonly HashedNode[]) =>
  trx.raw(
    `insert into log_nodes (level, index, hash)
     select * from unnest(:levels::smallint[], :indexes::bigint[], :hashes::bytea[])`,
    {
      levels: nodes.map(({ level }) => level),
      indexes: nodes.map(({ index }) => index),
      hashes: nodes.map(({ hash }) => hash),
    },
  )
