// The log derived again from the facts in it: leaves without a gap, every complete subtree, no node too many.
import { setImmediate as breath } from 'node:timers/promises'
import type { Knex } from 'knex'
import { texts } from '../platform/texts.ts'
import { rederiveNode } from './rederive-hash.ts'

const leavesAtOnce = 4096

/** Stands where a hash is missing. */
const nothing = '00'.repeat(32)

type Leaf = { index: number; hash: string | null }
type Stored = { level: number; index: number; hash: string }
/** Neighbouring nodes of one level. */
type Row = { level: number; start: number; hashes: string[] }

/** Calls `report` for each fault, and answers how many leaves there are. Memory does not grow with their number. */
export async function checkLog(trx: Knex, report: (fault: string) => void): Promise<number> {
  const waiting: string[] = []
  let size = 0
  let coming = readLeaves(trx, 0)
  for (;;) {
    const leaves = await coming
    if (!leaves.length) break
    // The database reads one thing while we hash the other, never two at once.
    const nodes = readNodes(trx, size, leaves.length)
    await breath()
    const hashes = leaves.map((leaf, i) => leafHash(leaf, size + i, report))
    const rows = grow({ level: 0, start: size, hashes }, waiting)
    const stored = await nodes
    size += leaves.length
    coming = readLeaves(trx, size)
    await breath()
    compare(rows, stored, report)
  }
  await countNodes(trx, size, report)
  return size
}

async function readLeaves(trx: Knex, from: number): Promise<Leaf[]> {
  return trx('log_leaves')
    .leftJoin('custody_events', 'custody_events.id', 'log_leaves.event_id')
    .where('log_leaves.index', '>=', from)
    .where('log_leaves.index', '<', from + leavesAtOnce)
    .orderBy('log_leaves.index')
    .options({ types: texts })
    .select('log_leaves.index', 'custody_events.hash')
}

function leafHash({ index, hash }: Leaf, expected: number, report: (fault: string) => void): string {
  if (index !== expected) report(`log: leaf ${index} stands where leaf ${expected} should`)
  if (!hash) report(`log: the fact of leaf ${index} is gone`)
  return hash ?? nothing
}

/** The rows of nodes that these leaves complete, level by level. `waiting` keeps each level's node without a right neighbour. */
function grow(leaves: Row, waiting: string[]): Row[] {
  const rows = [leaves]
  for (let { level, start, hashes } = leaves; hashes.length; rows.push({ level, start, hashes })) {
    const pairs = start % 2 === 1 ? [waiting[level] ?? nothing, ...hashes] : hashes
    const last = pairs.at(-1)
    if (pairs.length % 2 === 1 && last) waiting[level] = last
    ;[level, start] = [level + 1, Math.floor(start / 2)]
    hashes = parentsOf(pairs)
  }
  return rows
}

function parentsOf(nodes: readonly string[]): string[] {
  const parents: string[] = []
  for (let i = 0; i + 1 < nodes.length; i += 2) parents.push(rederiveNode(nodes[i] ?? nothing, nodes[i + 1] ?? nothing))
  return parents
}

/** The stored nodes that leaves from `start` on complete, of all levels. */
async function readNodes(trx: Knex, start: number, count: number): Promise<Stored[]> {
  const levels = Array.from({ length: Math.floor(Math.log2(start + count)) + 1 }, (_, level) => level)
  const starts = levels.map(level => Math.floor(start / 2 ** level))
  const ends = levels.map(level => Math.floor((start + count) / 2 ** level))
  const { rows } = await trx
    .raw<{ rows: Stored[] }>(
      // Lateral with a limit: along the index, level by level. As a plain join every page would read the whole table.
      `select wanted.level, nodes.index, nodes.hash
       from unnest(:levels::smallint[], :starts::bigint[], :ends::bigint[]) as wanted (level, first, past)
       cross join lateral (
         select index, hash from log_nodes
         where log_nodes.level = wanted.level and index >= wanted.first and index < wanted.past
         limit wanted.past - wanted.first) as nodes`,
      { levels, starts, ends },
    )
    .options({ types: texts })
  return rows
}

function compare(rows: readonly Row[], stored: readonly Stored[], report: (fault: string) => void) {
  const found = rows.map(({ hashes }) => new Array<string | undefined>(hashes.length))
  for (const { level, index, hash } of stored) {
    const row = found[level]
    if (row) row[index - (rows[level]?.start ?? 0)] = hash
  }
  for (const { level, start, hashes } of rows)
    for (const [i, hash] of hashes.entries())
      if (found[level]?.[i] !== hash) report(`log: node ${level}/${start + i} is not that of its facts`)
}

/** A tree of `size` leaves has ⌊size / 2^level⌋ complete subtrees of each level. */
async function countNodes(trx: Knex, size: number, report: (fault: string) => void) {
  const { rows } = await trx.raw<{ rows: { level: number; nodes: number }[] }>(
    'select level, count(*) as nodes from log_nodes group by level',
  )
  for (const { level, nodes } of rows)
    if (nodes > Math.floor(size / 2 ** level)) report(`log: it has more nodes of level ${level} than its leaves give`)
}
