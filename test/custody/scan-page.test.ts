import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { giaNghia, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

test('a form of the station sent twice is one scan, its number in capitals or not', async t => {
  const all = await scenario(t)
  const { parcel } = await takenIn(all, await atKrongNo(all))
  all.clock.move(minute)
  const desk = await deskOf(all, await all.person('supervisor', giaNghia))
  const request_id = '0190163d-8694-739b-aea5-966c26f8ad91'
  const said = { step: 'report_damaged', 'report_damaged.reason': 'phong bì rách', codes: parcel.code }
  for (const number of [request_id, request_id, request_id.toUpperCase()])
    t.is((await desk.post('/staff/scan', { ...said, request_id: number })).status, 200)
  t.is((await all.db('custody_events').where({ step: 'report_damaged' })).length, 1)
})
