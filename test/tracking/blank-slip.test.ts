import test from 'ava'
import { decrypt } from '../../src/kit/secrets.ts'
import { hour, minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { intake, printed } from '../support/blank-sets.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

/** A printed set: its item code, and the lookup code on its slip. */
async function slipOf(all: Scenario) {
  const { sets, ...staff } = await printed(all, 1)
  const row = await all.db('blank_sets').first('lookup_cipher')
  return { ...staff, set: String(sets[0]), slip: decrypt(all.house.keys.cipher, row?.lookup_cipher as Buffer) }
}

test('who holds a slip that is not typed in yet is told so, however often they ask, and is let in afterwards', async t => {
  const all = await scenario(t)
  const { clerk, courier, set, slip } = await slipOf(all)
  const ask = async (code: string) => (await all.anyone.post('/track', { code })).body
  const unused = await ask(slip)
  await scanned(all, courier, 'collect', set)
  for (let i = 0; i < 12; i++) t.deepEqual(await ask(slip), { stage: 'not_typed_in' })
  t.deepEqual(unused, await ask(slip), 'it does not even tell whether somebody took it')
  t.deepEqual(await ask(set), { stage: 'not_typed_in' }, 'the label says the same')
  all.clock.move(5 * minute)
  t.is((await clerk.post('/dossiers', await intake(all, { parcel_code: set }))).status, 201)
  t.is((await ask(slip)).stage, 'at_post')
})

test('the page of such a slip is kind, in both languages, and names nothing', async t => {
  const all = await scenario(t)
  const { set, slip } = await slipOf(all)
  for (const [path, words] of [
    [`/tra-cuu/${slip}`, 'đang chờ nhập vào máy'],
    [`/en/track/${slip}`, 'not in our records yet'],
  ] as const) {
    const reply = await fetch(all.url + path)
    const text = await reply.text()
    t.is(reply.status, 200)
    t.true(text.includes(words))
    t.false(text.includes(slip) || text.includes(set))
  }
})

test('the code of an unused label, of a spoiled set and of one that went back is nobody’s', async t => {
  const all = await scenario(t)
  const { clerk, set, slip } = await slipOf(all)
  const statusOf = async (code: string) => (await all.anyone.post('/track', { code })).status
  t.is(await statusOf(set), 404, 'labels are numbered one after the other')
  await scanned(all, clerk, 'accept', set)
  await scanned(all, clerk, 'withdraw', set)
  t.deepEqual([await statusOf(set), await statusOf(slip)], [404, 404])
})

test('a slip of a set that was spoiled unused opens nothing', async t => {
  const all = await scenario(t)
  const { clerk, set, slip } = await slipOf(all)
  all.clock.move(hour)
  await clerk.post('/blank-sets/spoiled', { code: set, reason: 'rách' })
  t.is((await all.anyone.post('/track', { code: slip })).status, 404)
})
