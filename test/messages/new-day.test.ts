import test from 'ava'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { minutes } from '../support/outbox.ts'
import { tickAt } from '../support/promised.ts'
import { httpProvider } from '../support/providers.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'

const round = { from_unit: krongNo, to_unit: null, leaves: 13 * 60 + 30, arrives: 17 * 60, on_holidays: false }
const rounds = (all: Scenario, weekdays: number[]) =>
  all.owner('departures').insert(weekdays.map(weekday => ({ ...round, weekday })))

/** Handed back on Monday at 08:03 and still there on Wednesday at nine. */
async function toldOfLateness(t: Parameters<typeof scenario>[0], before: (all: Scenario, code: string) => unknown) {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  await before(all, home)
  await tickAt(all, '2026-11-25T09:00')
  await minutes(all, 4)
  return sms.asked.map(({ body }) => String(body.text)).find(text => /tre hen/.test(text))
}

test('who is told that it is late reads when the next round leaves', async t => {
  t.regex((await toldOfLateness(t, all => rounds(all, [1, 4]))) ?? '', /Du kien ngay 26\/11/)
})

test('where nobody knows when the next round leaves no day is named', async t => {
  t.regex((await toldOfLateness(t, () => {})) ?? '', /Ngay moi se bao sau/)
})

test('of what was lost no day is named', async t => {
  const told = await toldOfLateness(t, async (all, home) => {
    await rounds(all, [1, 2, 3, 4, 5])
    const supervisor = await all.person('supervisor', krongNo)
    await scanned(all, supervisor, 'report_lost', home, { reason: 'không tìm thấy' })
  })
  t.regex(told ?? '', /Ngay moi se bao sau/)
})
