import test, { type ExecutionContext } from 'ava'
import { grantRange } from '../../src/parcels/grant-range.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, policeKrongNo, scenario } from '../support/scenario.ts'

async function office(t: ExecutionContext) {
  const all = await scenario(t)
  const [admin, clerk] = [await all.person('admin', null), await all.person('clerk', krongNo)]
  const range = { office: krongNo, prefix: 'PB', country: 'VN', first: 1, last: 9 }
  const grant = (change: Partial<typeof range>) =>
    grantRange(all.db, { ...range, ...change }, { by: admin, now: all.clock() })
  const takeIn = async (change = {}) =>
    (await clerk.post('/dossiers', await papers(all.db, 'identity-district-03', change))).body
  return { all, grant, takeIn }
}

test('the last serial of a range is given out too, and no other office’s', async t => {
  const { all, takeIn } = await office(t)
  await all.db('item_code_ranges').where({ office_id: krongNo }).update({ next_serial: 199_999 })
  t.regex((await takeIn()).parcel.code, /^PA00199999\dVN$/)
  t.is((await takeIn()).code, 'range_exhausted')
})

test('a label with a wrong check digit, or of a serial of ours not given out yet, is no label', async t => {
  const { takeIn } = await office(t)
  t.is((await takeIn({ item_code: 'EH123456784VN' })).errors?.[0].pointer, '/item_code')
  t.is((await takeIn({ item_code: 'PA001000506VN' })).code, 'item_code_not_issued')
  t.is(
    (await takeIn({ item_code: 'PA005000002VN' })).parcel?.code,
    'PA005000002VN',
    'beyond our ranges it may be anyone’s',
  )
})

test('no serial is granted twice, nor to what is no open post office, nor backwards', async t => {
  const { all, grant } = await office(t)
  await grant({})
  await t.throwsAsync(grant({ office: giaNghia, first: 9, last: 20 }), { message: /trùng một phần/ })
  await t.throwsAsync(grant({ first: 30, last: 20 }), { message: /cần sửa/ })
  await t.throwsAsync(grant({ office: policeKrongNo, first: 30, last: 40 }), { message: /cần sửa/ })
  await all.owner('units').where({ id: giaNghia }).update({ closed_on: '2026-01-01' })
  await t.throwsAsync(grant({ office: giaNghia, first: 30, last: 40 }), { message: /cần sửa/ })
  t.is((await all.db('item_code_ranges').where({ prefix: 'PB' })).length, 1)
})

test('the provincial office is on the way of every parcel', async t => {
  const { all, takeIn } = await office(t)
  const { parcel } = await takeIn()
  const way = await all.db('parcels').where({ code: parcel.code }).first('on_route')
  t.true(way?.on_route.includes(krongNo) && way.on_route.includes(giaNghia))
})
