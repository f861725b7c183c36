import { setImmediate as breath } from 'node:timers/promises'
import test from 'ava'
import { coalesce } from '../../src/platform/coalesce.ts'

/** Doubles numbers, a lot at a time, as soon as its gate is opened. */
function doubling(limits: { most: number; lanes?: number }) {
  const lots: number[][] = []
  const gates: (() => void)[] = []
  let [running, widest] = [0, 0]
  const double = coalesce(async (items: readonly number[]) => {
    lots.push([...items])
    widest = Math.max(widest, ++running)
    await new Promise<void>(resolve => gates.push(resolve))
    running--
    if (items.includes(5)) throw new Error('five')
    return items.map(n => 2 * n)
  }, limits)
  const work = async <T>(answers: Promise<T>[]) => {
    for (await breath(); gates.length; await breath()) gates.shift()?.()
    return Promise.allSettled(answers)
  }
  return { double, work, lots, widest: () => widest }
}

test('what comes while others are under way is gathered: so many lots beside each other, of so many at most', async t => {
  const { double, work, lots, widest } = doubling({ most: 3, lanes: 2 })
  const answers = await work([0, 1, 2, 3, 4, 6, 7, 8].map(double))
  t.deepEqual(
    answers.map(answer => answer.status === 'fulfilled' && answer.value),
    [0, 2, 4, 6, 8, 12, 14, 16],
  )
  t.deepEqual(lots, [[0], [1], [2, 3, 4], [6, 7, 8]])
  t.is(widest(), 2)
})

test('one that cannot be done costs nobody else theirs', async t => {
  const { double, work } = doubling({ most: 10 })
  const answers = await work([1, 4, 5, 6].map(double))
  t.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
})
