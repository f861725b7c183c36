import { type Node, parentHash } from './merkle.ts'

export type HashedNode = Node & { hash: Buffer }

/**
 * The nodes that `leaves` add to a tree of `size` leaves: themselves, and each subtree that they complete. `edge` are the
 * nodes whose fold is the root so far (merkle: `subtree(0, size)`). Pure.
 */
export function grownNodes(size: number, edge: readonly HashedNode[], leaves: readonly Buffer[]): HashedNode[] {
  const waiting = new Map(edge.map(({ level, hash }) => [level, hash]))
  return leaves.flatMap((leaf, i) => {
    let [level, index, hash] = [0, size + i, leaf]
    const added = [{ level, index, hash }]
    for (let left = waiting.get(level); left; left = waiting.get(level)) {
      waiting.delete(level)
      ;[level, index, hash] = [level + 1, Math.floor(index / 2), parentHash(left, hash)]
      added.push({ level, index, hash })
    }
    waiting.set(level, hash)
    return added
  })
}
