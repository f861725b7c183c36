import test from 'ava'
import { day } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { pressedAtHome } from '../support/promised.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

/** What the page of the slip says, and what becomes of pressing “tôi có ở nhà”. */
const slip = (all: Scenario, code: string) => ({
  read: async () => (await fetch(`${all.url}/tra-cuu/${code}`)).text(),
  press: () => pressedAtHome(all, code),
})

async function tried(all: Scenario, reason: string) {
  const staff = await atKrongNo(all)
  const { home, lookup_code } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await scanned(all, staff.courier, 'attempt', home, { reason, measure: 'again' })
  return slip(all, lookup_code)
}

const button = /Tôi có ở nhà/

test('for two weeks after any day that was agreed her receiver may say that nobody came; then the page offers it no more, and says why', async t => {
  const all = await scenario(t)
  const { read, press } = await tried(all, 'nobody_home')
  t.regex(await read(), button)
  all.clock.move(30 * day)
  t.notRegex(await read(), button)
  t.regex(await (await press()).text(), /Gần đây không có lần phát nào/)
  t.is((await all.db('home_claims')).length, 0)
})

for (const reason of ['fee_not_paid', 'force_majeure'])
  test(`what a courier says of ${reason} is not about being at home`, async t => {
    const all = await scenario(t)
    const { read, press } = await tried(all, reason)
    t.notRegex(await read(), button)
    await press()
    t.is((await all.db('home_claims')).length, 0)
  })

test('a code that nobody has opens no claim', async t => {
  const all = await scenario(t)
  t.is((await slip(all, '7K3M9QXT2VHC').press()).status, 404)
})

test('of a day that was named far ahead she can still say so when nobody came on it', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home, lookup_code } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  const asked = { reason: 'asked_other_time', measure: 'again', again_on: '2026-12-07' }
  await scanned(all, staff.courier, 'attempt', home, asked)
  all.clock.set('2026-12-09T08:00:00+07:00')
  await slip(all, lookup_code).press()
  t.is((await all.db('home_claims')).length, 1)
})
