import test from 'ava'
import { hitsAMinute } from '../../src/tracking/track-limits.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { scenario } from '../support/scenario.ts'

test('an office behind one address is answered; who asks on and on has to wait, at every door', async t => {
  const all = await scenario(t)
  const { reference, lookup_code } = await takenIn(all, await atKrongNo(all))
  const ask = () => all.anyone.post('/track', { code: reference })
  const answered = await Promise.all(Array.from({ length: hitsAMinute }, ask))
  t.true(answered.every(({ status }) => status === 200))
  const { status, headers, body } = await ask()
  t.deepEqual([status, body.code], [429, 'too_many'])
  const seconds = Number(headers.get('retry-after'))
  t.true(seconds >= 1 && seconds <= 60, `after ${seconds} s`)
  const page = await fetch(`${all.url}/tra-cuu/${lookup_code}`)
  t.is(page.status, 429)
  t.truthy(page.headers.get('retry-after'))
  t.is((await all.anyone.post('/track', { code: '2222-2222-2222' })).status, 429, 'a wrong code learns nothing from it')
})
