// The log derived again from the facts in it: leaves without a gap, every complete subtree, no node too many.
import type { Knex } from 'knex'
import { rederiveNode } from './rederive-hash.ts'

/** A power of two: so many leaves, counted from the left, are the subtrees below one node of level 12 and no others. */
const leavesAtOnce = 4096
const hashLength = 32

/** Neighbouring nodes of one level, their hashes one after the other. */
type Row = { level: number; start: number; hashes: Buffer }
type Report = (fault: string) => void

/** Calls `report` for each fault, and answers how many leaves there are. Memory: 32 bytes for each 4096 leaves. */
export async function checkLog(trx: Knex, report: Report): Promise<number> {
  const size = await sizeOf(trx)
  const roots: Buffer[] = []
  for (let start = 0; start < size; start += leavesAtOnce) {
    const leaves = await readLeaves(trx, start, Math.min(leavesAtOnce, size - start), report)
    const rows = grown({ level: 0, start, hashes: leaves })
    await compare(trx, rows, report)
    const root = rows[Math.log2(leavesAtOnce)]
    if (root) roots.push(root.hashes)
  }
  const [, ...above] = grown({ level: Math.log2(leavesAtOnce), start: 0, hashes: Buffer.concat(roots) })
  await compare(trx, above, report)
  await countNodes(trx, size, report)
  return size
}

async function sizeOf(trx: Knex): Promise<number> {
  const { rows } = await trx.raw<{ rows: [{ size: number }] }>(
    'select coalesce(max(index) + 1, 0) as size from log_leaves',
  )
  return rows[0].size
}

/** The hashes of so many leaves; zeros stand for what is missing. */
async function readLeaves(trx: Knex, start: number, count: number, report: Report): Promise<Buffer> {
  const { rows } = await trx.raw<{ rows: [{ leaves: number; facts: number; hashes: Buffer | null }] }>(
    // What is there comes as one value: a million rows of one hash each would cost more than to hash them.
    `select count(*) as leaves, count(hash) as facts,
       string_agg(coalesce(hash, sha256('')), ''::bytea order by index) as hashes
     from log_leaves left join custody_events on custody_events.id = log_leaves.event_id
     where index >= :start and index < :past`,
    { start, past: start + count },
  )
  const [{ leaves, facts, hashes }] = rows
  const where = `between ${start} and ${start + count - 1}`
  if (leaves < count) report(`log: ${count - leaves} leaves are missing ${where}`)
  if (facts < leaves) report(`log: the facts of ${leaves - facts} leaves are gone ${where}`)
  return Buffer.concat([hashes ?? Buffer.alloc(0)], count * hashLength)
}

/** These nodes and all that they complete, level by level. */
function grown(lowest: Row): Row[] {
  const rows: Row[] = []
  for (let row = lowest; row.hashes.length; row = parentsOf(row)) rows.push(row)
  return rows
}

function parentsOf({ level, start, hashes }: Row): Row {
  const parents = Buffer.alloc(Math.floor(hashes.length / hashLength / 2) * hashLength)
  for (let at = 0; at < parents.length; at += hashLength)
    parents.write(rederiveNode(hashes.subarray(2 * at, 2 * at + 2 * hashLength)), at, 'hex')
  return { level: level + 1, start: start / 2, hashes: parents }
}

async function compare(trx: Knex, rows: readonly Row[], report: Report) {
  const stored = await readNodes(trx, rows)
  for (const [i, { level, start, hashes }] of rows.entries()) {
    const told = stored[i]
    if (told?.length !== hashes.length) report(`log: nodes of level ${level} are missing from ${start} on`)
    else if (!told.equals(hashes))
      for (let at = 0; at < hashes.length; at += hashLength)
        if (told.compare(hashes, at, at + hashLength, at, at + hashLength))
          report(`log: node ${level}/${start + at / hashLength} is not that of its facts`)
  }
}

/** What is stored in the place of these rows, in their order. */
async function readNodes(trx: Knex, rows: readonly Row[]): Promise<(Buffer | null)[]> {
  const { rows: stored } = await trx.raw<{ rows: { hashes: Buffer | null }[] }>(
    `select (
       select string_agg(hash, ''::bytea order by index) from log_nodes
       where log_nodes.level = wanted.level and index >= wanted.first and index < wanted.past) as hashes
     from unnest(:levels::smallint[], :starts::bigint[], :ends::bigint[]) with ordinality as wanted (level, first, past, place)
     order by place`,
    {
      levels: rows.map(({ level }) => level),
      starts: rows.map(({ start }) => start),
      ends: rows.map(({ start, hashes }) => start + hashes.length / hashLength),
    },
  )
  return stored.map(({ hashes }) => hashes)
}

/** A tree of `size` leaves has ⌊size / 2^level⌋ complete subtrees of each level. */
async function countNodes(trx: Knex, size: number, report: Report) {
  const { rows } = await trx.raw<{ rows: { level: number; nodes: number }[] }>(
    'select level, count(*) as nodes from log_nodes group by level',
  )
  for (const { level, nodes } of rows)
    if (nodes > Math.floor(size / 2 ** level)) report(`log: it has more nodes of level ${level} than its leaves give`)
}
