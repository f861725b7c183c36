import test from 'ava'
import { writeMessages } from '../../src/messages/write-messages.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { local, promiseOf } from '../support/promised.ts'
import { giaNghia, krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { faultsOf } from '../support/verified.ts'

const lying = async (all: Scenario) => {
  const staff = await atKrongNo(all)
  return { ...staff, ...(await onItsWayHome(all, staff, { return_to: 'post_office', post_office: giaNghia })) }
}

test('an office that says it is wanted where it lies, and then elsewhere again, ends no promise', async t => {
  const all = await scenario(t)
  const { clerk, home } = await lying(all)
  await scanned(all, clerk, 'redirect', home, { office: krongNo })
  await scanned(all, clerk, 'invite', home, { number: 1 })
  t.is((await promiseOf(all, home)).ended, null)
  await scanned(all, clerk, 'redirect', home, { office: giaNghia })
  t.is((await promiseOf(all, home)).ended, null)
})

test('wanted where it lies, says the hotline: it is ready, and the page names that office', async t => {
  const all = await scenario(t)
  const { home, lookup_code } = await lying(all)
  await scanned(all, await all.person('hotline', null), 'redirect', home, { office: krongNo })
  t.is((await promiseOf(all, home)).ended, local(all.clock()))
  t.regex(await (await fetch(`${all.url}/tra-cuu/${lookup_code}`)).text(), /Bưu điện Krông Nô/)
  t.deepEqual(await faultsOf(all), [])
})

test('where it was turned on its way it is waited for, and its receiver is told so there', async t => {
  const all = await scenario(t)
  const { clerk, courier, home } = await lying(all)
  await scanned(all, courier, 'depart', home)
  await scanned(all, await all.person('hotline', null), 'redirect', home, { office: krongNo })
  await scanned(all, await all.person('clerk', giaNghia), 'arrive', home)
  t.is((await promiseOf(all, home)).ended, null)
  await scanned(all, clerk, 'arrive', home)
  t.is((await promiseOf(all, home)).ended, local(all.clock()))
  await writeMessages(all.db, all.clock(), all.house)
  const told: (string | null)[] = await all.db('messages').where({ kind: 'waiting' }).pluck('event_id')
  const arrived: string[] = await all.db('custody_events').where({ step: 'arrive', unit_id: krongNo }).pluck('id')
  t.true(told.includes(arrived.at(-1) ?? ''))
})
