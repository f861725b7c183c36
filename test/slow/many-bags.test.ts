import test from 'ava'
import { sealed } from '../support/bagged.ts'
import { scan, scenario } from '../support/scenario.ts'

test('a phone may send five hundred scans of one bag: more facts than a statement takes, and each is answered', async t => {
  const all = await scenario(t)
  const { driver, bag } = await sealed(all, 9)
  const scans = Array.from({ length: 499 }, () => scan('lodge_failed', bag, all.clock(), { reason: 'closed' }))
  const list = { sent_at: all.clock().toISOString(), scans: [scan('depart', bag, all.clock()), ...scans] }
  const { status, body } = await driver.post('/scans', list)
  t.is(status, 200, JSON.stringify(body).slice(0, 300))
  t.is(body.verdicts.length, 500)
  t.is((await all.db('custody_events').where({ step: 'lodge_failed' })).length, 499 * 9)
})
