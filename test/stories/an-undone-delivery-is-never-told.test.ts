import { randomUUID } from 'node:crypto'
import test from 'ava'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { inShort, minutes } from '../support/outbox.ts'
import { httpProvider } from '../support/providers.ts'
import { scenario } from '../support/scenario.ts'

test('a courier scans the wrong envelope as delivered and takes it back: its people never hear of it, and hear of the true delivery', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const staff = await atKrongNo(all)
  const { courier } = staff
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, courier, 'load', home)
  await minutes(all, 3)
  const told = () => sms.asked.map(({ body }) => String(body.text))
  t.regex(told().at(-1) ?? '', /buu ta phat hom nay/)

  // At the neighbour's door he scans this envelope, and sees it a minute later.
  await scanned(all, courier, 'deliver', home)
  await minutes(all, 1)
  t.is((await inShort(all)).at(-1), 'delivered sms waiting', 'it is written down already')
  const mistaken = await all.db('custody_events').where({ step: 'deliver' }).first('id')
  const undone = await courier.post(`/scans/${mistaken?.id}/correction`, { id: randomUUID(), reason: 'quét nhầm' })
  t.is(undone.body.verdict, 'recorded')
  await minutes(all, 5)
  t.is((await inShort(all)).at(-1), 'delivered sms cancelled')
  t.false(
    told().some(text => /da phat/.test(text)),
    'the gateway never saw it',
  )

  await scanned(all, courier, 'deliver', home)
  await minutes(all, 3)
  t.is(told().filter(text => /da phat ket qua/.test(text)).length, 1)
})
