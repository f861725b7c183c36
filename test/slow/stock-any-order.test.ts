import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { counted, filled, questions } from '../support/counted.ts'
import { krongNo, scan, scenario } from '../support/scenario.ts'

/** Every order of two facts and their corrections in which nothing is corrected before it is known. */
const orders = [
  ['early', 'no early', 'late', 'no late'],
  ['early', 'late', 'no early', 'no late'],
  ['early', 'late', 'no late', 'no early'],
  ['late', 'early', 'no early', 'no late'],
  ['late', 'early', 'no late', 'no early'],
  ['late', 'no late', 'early', 'no early'],
] as const

test('a question of a count is open just as long as no fact answers it, in whatever order facts come and go', async t => {
  const all = await scenario(t)
  const { clerk, courier, supervisor, codes } = await filled(all, orders.length + 1)
  const [there = '', ...missing] = codes
  const counting = all.clock()
  await counted(all, clerk, krongNo, [there])
  const at = { early: new Date(counting.getTime() - 2 * hour), late: new Date(counting.getTime() + 2 * minute) }
  all.clock.move(hour)
  for (const [i, order] of orders.entries()) {
    const code = String(missing[i])
    const facts = { early: scan('depart', code, at.early), late: scan('depart', code, at.late) }
    const standing = new Set<string>()
    for (const event of order) {
      all.clock.move(minute)
      const sent_at = all.clock().toISOString()
      if (event === 'early' || event === 'late') {
        await courier.post('/scans', { sent_at, scans: [facts[event]] })
        standing.add(event)
      } else {
        const name = event === 'no early' ? 'early' : 'late'
        const sent = await supervisor.post(`/scans/${facts[name].id}/correction`, { id: randomUUID(), reason: 'nhầm' })
        t.is(sent.body.verdict, 'recorded', JSON.stringify(sent.body))
        standing.delete(name)
      }
      const isOpen = (await questions(supervisor)).some(([, asked]) => asked === code)
      t.is(isOpen, standing.size === 0, `${order.join(', ')}: after ${event}`)
    }
  }
})
