import type { Knex } from 'knex'
import type { HashedNode } from './grow-tree.ts'
import { foldSubtree, type Subtree, subtree } from './merkle.ts'

/** The hashes of subtrees of the log, by one statement that reads their nodes and no others. */
export async function subtreeHashes(db: Knex, subtrees: readonly Subtree[]): Promise<Buffer[]> {
  const nodes = await readNodes(db, subtrees.flat())
  return subtrees.map(one => foldSubtree(nodes.splice(0, one.length).map(({ hash }) => hash)))
}

/** The root of the log when it had `size` leaves. */
export async function rootOf(db: Knex, size: number): Promise<Buffer> {
  const [root] = await subtreeHashes(db, [subtree(0, size)])
  if (!root) throw new Error('one subtree has one hash')
  return root
}

/** The stored nodes, in the order in which they are asked for. */
export async function readNodes(db: Knex, nodes: Subtree): Promise<HashedNode[]> {
  const { rows } = await db.raw<{ rows: HashedNode[] }>(
    `select wanted.level, wanted.index, log_nodes.hash
     from unnest(:levels::smallint[], :indexes::bigint[]) with ordinality as wanted (level, index, position)
     join log_nodes on log_nodes.level = wanted.level and log_nodes.index = wanted.index
     order by wanted.position`,
    { levels: nodes.map(({ level }) => level), indexes: nodes.map(({ index }) => index) },
  )
  if (rows.length !== nodes.length) throw new Error('nodes of the log are missing')
  return rows
}

/** How many facts the log has. */
export async function logSize(db: Knex): Promise<number> {
  const last = await db('log_leaves').orderBy('index', 'desc').first('index')
  return last ? last.index + 1 : 0
}
