import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { sealed, told } from '../support/bagged.ts'
import { giaNghia, scan, scenario } from '../support/scenario.ts'

test('a list names a bag, and who takes the bag takes what is in it, still sealed', async t => {
  const all = await scenario(t)
  const { clerk, driver, other, bag, codes } = await sealed(all, 3)
  const { body: sheet, status } = await clerk.post('/handovers', { to: { person: driver.id }, codes: [bag] })
  t.is(status, 201, JSON.stringify(sheet))
  t.deepEqual(
    sheet.parcels.map(({ code }: { code: string }) => code),
    codes,
  )
  all.clock.move(minute)
  const taken = await driver.post(`/handovers/${sheet.id}/acceptance`, { mode: 'scans', codes: [bag] })
  t.is(taken.body.state, 'accepted', JSON.stringify(taken.body))
  t.is((await all.db('bag_parcels').where({ is_inside: true })).length, 3)
  all.clock.move(minute)
  t.is((await told(all, other, scan('arrive', bag, all.clock()))).verdict, 'recorded')
  t.is((await other.post(`/bags/${bag}/opening`, { codes })).body.differences.length, 0)
  t.deepEqual(await all.db('reviews'), [])
})

for (const [way, said] of [
  ['counts the whole list', { mode: 'count', count: 2 }],
  ['signs on paper', { mode: 'paper', paper_number: '7' }],
] as const)
  test(`who ${way} takes a bag unopened`, async t => {
    const all = await scenario(t)
    const { clerk, other, bag } = await sealed(all, 2)
    const { body } = await clerk.post('/handovers', { to: { unit: giaNghia }, codes: [bag] })
    all.clock.move(minute)
    const signed_at = said.mode === 'paper' ? { signed_at: all.clock() } : {}
    const taken = await other.post(`/handovers/${body.id}/acceptance`, { ...said, ...signed_at })
    t.is(taken.body.state, 'accepted', JSON.stringify(taken.body))
    t.is((await all.db('bag_parcels').where({ is_inside: true })).length, 2)
    t.deepEqual(await all.db('reviews').where({ kind: 'out_of_bag' }), [])
  })

test('who names a parcel of a sealed bag by its own code has it in hand alone', async t => {
  const all = await scenario(t)
  const { clerk, driver, bag, codes } = await sealed(all, 2)
  const { body: sheet } = await clerk.post('/handovers', { to: { person: driver.id }, codes: [bag] })
  all.clock.move(minute)
  await driver.post(`/handovers/${sheet.id}/acceptance`, { mode: 'scans', codes: [codes[0], bag] })
  const reviews = await all.db('reviews').where({ kind: 'out_of_bag' })
  t.is(reviews.length, 1)
  t.is((await all.db('bag_parcels').where({ is_inside: true })).length, 1)
})

test('a bag that is open or unknown cannot be listed, and its line is named', async t => {
  const all = await scenario(t)
  const { clerk, driver, codes } = await sealed(all, 1)
  const { body: open } = await clerk.post('/bags', { to_unit: giaNghia })
  for (const code of [open.code, 'TT0000000000000000']) {
    const { status, body } = await clerk.post('/handovers', { to: { person: driver.id }, codes: [codes[0], code] })
    t.deepEqual([status, body.errors[0].pointer], [422, '/codes/1'])
    t.regex(body.errors[0].detail, /Không có túi nào mang mã TT\d+ đang niêm phong/)
  }
})
