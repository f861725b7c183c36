import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { addMs, minute } from '../../src/kit/time.ts'
import { rememberSlow } from '../../src/platform/remember-slow.ts'

const start = new Date('2026-11-23T08:00:00Z')
const later = (minutes: number) => addMs(start, minutes * minute)

test('what is quick is worked out for each who asks', async t => {
  let times = 0
  const ask = rememberSlow(async () => ++times)
  t.deepEqual([(await ask(start)).value, (await ask(start)).value], [1, 2])
})

test('what is slow is worked out once a minute, behind those who ask, and says of when it is', async t => {
  let times = 0
  const ask = rememberSlow(async () => {
    await wait(60)
    return ++times
  })
  t.deepEqual([(await ask(start)).value, (await ask(later(0.5))).value], [1, 1])
  const told = await ask(later(2))
  t.deepEqual([told.value, told.at], [1, start], 'the older answer, at once')
  await wait(150)
  t.deepEqual(await ask(later(2)).then(({ value, at }) => [value, at]), [2, later(2)])
  t.is((await ask(later(30))).value, 3, 'but never one of half an hour ago')
  t.is((await ask(start)).value, 4, 'nor one that is still to come')
})

test('what failed behind somebody is told to whoever comes next', async t => {
  let times = 0
  const ask = rememberSlow(async () => {
    await wait(60)
    if (++times === 2) throw new Error('away')
    return times
  })
  await ask(start)
  t.is((await ask(later(2))).value, 1)
  await wait(150)
  t.is((await ask(later(2))).value, 1)
  await wait(150)
  t.is((await ask(later(2))).value, 3)
})
