// The hash tree of RFC 6962 §2.1 (RFC 9162 §2.1): which nodes a root or a proof needs, and how proofs are verified. Pure.
import { createHash } from 'node:crypto'

/** A complete subtree of 2^level leaves, the `index`-th of its level from the left. Level 0 are the leaves. */
export type Node = { level: number; index: number }

/** The complete subtrees whose fold is one hash, from left to right: O(log n) of them, and one alone where it is complete. */
export type Subtree = readonly Node[]

const sha256Empty: Buffer = createHash('sha256').digest()

/** The hash of two neighbours: SHA-256(0x01 ‖ left ‖ right). */
export const parentHash = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()

/** The subtree of the leaves from `start` up to but not including `end`, as RFC 6962 splits the tree. */
export function subtree(start: number, end: number): Subtree {
  const nodes: Node[] = []
  for (let at = start; at < end; ) {
    const size = largestPower(end - at)
    nodes.push({ level: Math.log2(size), index: at / size })
    at += size
  }
  return nodes
}

/** The hash of a subtree from the hashes of its nodes, in their order. */
export const foldSubtree = (hashes: readonly Buffer[]): Buffer =>
  hashes.length ? hashes.reduceRight((right, left) => parentHash(left, right)) : sha256Empty

/** The proof that leaf `index` is in the tree of `size` leaves: a subtree for each hash, from the leaf upwards. */
export function inclusionPath(index: number, size: number): Subtree[] {
  const path: Subtree[] = []
  for (let [start, end] = [0, size]; end - start > 1; ) {
    const middle = start + splitOf(end - start)
    path.unshift(index < middle ? subtree(middle, end) : subtree(start, middle))
    if (index < middle) end = middle
    else start = middle
  }
  return path
}

/** The proof that the tree of `size` leaves begins with the tree of `old` leaves: a subtree for each hash. */
export function consistencyPath(old: number, size: number): Subtree[] {
  if (old <= 0 || old >= size) return []
  const path: Subtree[] = []
  let [start, end] = [0, size]
  while (end !== old) {
    const middle = start + splitOf(end - start)
    path.unshift(old <= middle ? subtree(middle, end) : subtree(start, middle))
    if (old <= middle) end = middle
    else start = middle
  }
  // Who asks knows the old root itself: it is left out where the old tree is a complete subtree of the new one.
  return start === 0 ? path : [subtree(start, end), ...path]
}

/** Whether `path` leads from the leaf's hash to the root. RFC 9162 §2.1.3.2. */
export function isIncluded(
  { hash, index }: { hash: Buffer; index: number },
  { size, root }: { size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (index < 0 || index >= size) return false
  let [fn, sn, r] = [index, size - 1, hash]
  for (const p of path) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      r = parentHash(p, r)
      for (; !isOdd(fn) && fn !== 0; sn = half(sn)) fn = half(fn)
    } else r = parentHash(r, p)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && r.equals(root)
}

type Head = { size: number; root: Buffer }

/** Whether `path` shows that the newer tree begins with the older one. RFC 9162 §2.1.4.2. */
export function isConsistent(old: Head, now: Head, path: readonly Buffer[]): boolean {
  if (old.size > now.size) return false
  if (old.size === now.size) return path.length === 0 && old.root.equals(now.root)
  if (old.size === 0) return path.length === 0
  const [first, ...rest] = isPower(old.size) ? [old.root, ...path] : path
  if (!first) return false
  let [fn, sn] = [old.size - 1, now.size - 1]
  for (; isOdd(fn); sn = half(sn)) fn = half(fn)
  let [fr, sr] = [first, first]
  for (const c of rest) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      ;[fr, sr] = [parentHash(c, fr), parentHash(c, sr)]
      for (; !isOdd(fn) && fn !== 0; sn = half(sn)) fn = half(fn)
    } else sr = parentHash(sr, c)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && fr.equals(old.root) && sr.equals(now.root)
}

// A log may outgrow the 32 bits of JavaScript's own bit operations.
const half = (n: number) => Math.floor(n / 2)
const isOdd = (n: number) => n % 2 === 1
const largestPower = (n: number) => 2 ** Math.floor(Math.log2(n))
const isPower = (n: number) => largestPower(n) === n
/** The largest power of two smaller than `n`. */
const splitOf = (n: number) => (isPower(n) ? n / 2 : largestPower(n))
