import { createHash } from 'node:crypto'
import test from 'ava'
import fc from 'fast-check'
import {
  consistencyPath,
  foldSubtree,
  inclusionPath,
  isConsistent,
  isIncluded,
  type Node,
  type Subtree,
  subtree,
} from '../../src/evidence/merkle.ts'

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

// RFC 6962 §2.1, word for word: recursive, over the whole list.
const split = (n: number) => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
function naiveRoot(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0] as Buffer
  const k = split(leaves.length)
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}
function naivePath(m: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))]
}
function naiveSubproof(m: number, leaves: Buffer[], isWhole: boolean): Buffer[] {
  if (m === leaves.length) return isWhole ? [] : [naiveRoot(leaves)]
  const k = split(leaves.length)
  return m <= k
    ? [...naiveSubproof(m, leaves.slice(0, k), isWhole), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))]
}

const most = 40
const leaves = Array.from({ length: most }, (_, i) => sha256(Buffer.of(0), Buffer.of(i)))
const nodeHash = ({ level, index }: Node) => naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
const hashOf = (nodes: Subtree) => foldSubtree(nodes.map(nodeHash))
const rootOf = (size: number) => hashOf(subtree(0, size))
const flip = (hash: Buffer) => Buffer.from(hash.map((byte, i) => (i === 5 ? byte ^ 1 : byte)))

test('roots are those that Certificate Transparency publishes for its test leaves', t => {
  const published = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const hashes = published.map(hex => sha256(Buffer.of(0), Buffer.from(hex, 'hex')))
  const root = (size: number) =>
    foldSubtree(
      subtree(0, size).map(({ level, index }) => naiveRoot(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level))),
    ).toString('hex')
  t.is(root(0), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  t.is(root(1), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  t.is(root(3), 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77')
  t.is(root(8), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test(`roots of all sizes up to ${most} are those of the recursive definition`, t => {
  for (let size = 0; size <= most; size++) t.deepEqual(rootOf(size), naiveRoot(leaves.slice(0, size)), `${size}`)
})

test(`inclusion proofs of every leaf in all sizes up to ${most} are those of the definition, and hold`, t => {
  for (let size = 1; size <= most; size++)
    for (let index = 0; index < size; index++) {
      const path = inclusionPath(index, size).map(hashOf)
      const head = { size, root: rootOf(size) }
      const hash = leaves[index] as Buffer
      if (!isIncluded({ hash, index }, head, path)) t.fail(`${index} of ${size} is not shown`)
      if (Buffer.compare(Buffer.concat(path), Buffer.concat(naivePath(index, leaves.slice(0, size)))))
        t.fail(`${index} of ${size} is another proof`)
    }
  t.pass()
})

test(`consistency proofs between all sizes up to ${most} are those of the definition, and hold`, t => {
  for (let size = 1; size <= most; size++)
    for (let old = 1; old <= size; old++) {
      const path = consistencyPath(old, size).map(hashOf)
      const [before, after] = [
        { size: old, root: rootOf(old) },
        { size, root: rootOf(size) },
      ]
      if (!isConsistent(before, after, path)) t.fail(`${old} of ${size} is not shown`)
      if (Buffer.compare(Buffer.concat(path), Buffer.concat(naiveSubproof(old, leaves.slice(0, size), true))))
        t.fail(`${old} of ${size} is another proof`)
    }
  t.true(isConsistent({ size: 0, root: rootOf(0) }, { size: 9, root: rootOf(9) }, []))
})

test('a proof reads no more nodes than twice the height of the tree', t => {
  const size = 1_000_003
  for (const index of [0, 1, 524_287, 524_288, 999_999, size - 1]) {
    t.true(inclusionPath(index, size).flat().length <= 40, `${index}`)
    t.true(consistencyPath(index + 1, size).flat().length <= 40, `${index}`)
  }
})

const sizes = fc.tuple(fc.integer({ min: 1, max: most }), fc.nat()).map(([size, n]) => ({ size, n: n % size }))

test('no proof holds for another leaf, place, size or root, with a hash changed, added or dropped', t => {
  fc.assert(
    fc.property(sizes, fc.nat(), ({ size, n: index }, at) => {
      const path = inclusionPath(index, size).map(hashOf)
      const [hash, head] = [leaves[index] as Buffer, { size, root: rootOf(size) }]
      const bent = path.map((one, i) => (i === at % path.length ? flip(one) : one))
      return (
        !isIncluded({ hash: flip(hash), index }, head, path) &&
        !isIncluded({ hash, index }, { size, root: flip(head.root) }, path) &&
        !isIncluded({ hash, index: size + index }, head, path) &&
        !isIncluded({ hash, index }, head, [...path, hash]) &&
        (path.length === 0 ||
          (!isIncluded({ hash, index }, head, bent) &&
            !isIncluded({ hash, index }, head, path.slice(1)) &&
            !isIncluded({ hash, index: index % 2 ? index - 1 : index + 1 }, head, path)))
      )
    }),
  )
  t.pass()
})

test('no tree is shown to begin with another one, whatever hash of the proof is changed, added or dropped', t => {
  fc.assert(
    fc.property(sizes, fc.nat(), ({ size, n }, at) => {
      const old = n + 1
      const path = consistencyPath(old, size).map(hashOf)
      const [before, after] = [
        { size: old, root: rootOf(old) },
        { size, root: rootOf(size) },
      ]
      const bent = path.map((one, i) => (i === at % path.length ? flip(one) : one))
      return (
        !isConsistent({ size: old, root: flip(before.root) }, after, path) &&
        !isConsistent(before, { size, root: flip(after.root) }, path) &&
        !isConsistent(before, after, [...path, before.root]) &&
        (old === size || !isConsistent(after, before, path)) &&
        (path.length === 0 || (!isConsistent(before, after, bent) && !isConsistent(before, after, path.slice(1))))
      )
    }),
  )
  t.pass()
})
