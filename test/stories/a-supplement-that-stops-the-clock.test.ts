import test from 'ava'
import { onTime } from '../../src/reports/on-time.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { inShort, minutes } from '../support/outbox.ts'
import { local, tickAt } from '../support/promised.ts'
import { httpProvider } from '../support/providers.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

const at = (moment: string) => new Date(`2026-${moment}:00+07:00`)

/** The statutory clock of the one dossier: by the wall, with what it waited for, since when it stands still, and its end. */
async function statutory({ db }: Scenario) {
  const row = await db('clocks').whereNotNull('dossier_id').first('wall_due_at', 'due_at', 'paused_at', 'stopped_at')
  return [row?.wall_due_at, row?.due_at, row?.paused_at, row?.stopped_at].map(local)
}
const openAlerts = ({ db }: Scenario): Promise<string[]> =>
  db('alerts')
    .join('clocks', 'clocks.id', 'clock_id')
    .whereNotNull('clocks.dossier_id')
    .whereNull('closed_at')
    .pluck('level')

test('a supplement: the clock of the police stands still, the citizen is told what to bring, and both figures are there', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const staff = await atKrongNo(all)
  const { clerk, courier, officer } = staff

  // Monday 23/11: accepted for seven working days. Tuesday is a holiday: due on Thursday 3/12.
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, officer, 'lodge', parcel.code)
  const dossier = `/dossiers/${reference}`
  t.is((await officer.post(`${dossier}/acceptance`)).body.due_on, '2026-12-03')
  t.deepEqual(await statutory(all), ['03T17:00', '03T17:00', null, null])
  await minutes(all, 3)

  // Thursday 26/11 at nine: a signature is missing. The clock stands still at once.
  all.clock.set('2026-11-26T09:00:00+07:00')
  const asked = { items: ['Đơn đề nghị'], reason: 'thiếu chữ ký', until: '2026-12-31' }
  await officer.post(`${dossier}/supplement-request`, asked)
  t.deepEqual(await statutory(all), ['03T17:00', '03T17:00', '26T09:00', null])
  await minutes(all, 3)
  t.deepEqual(await inShort(all), ['received sms overtaken', 'accepted sms sent', 'supplement sms sent'])
  t.regex(sms.asked.at(-1)?.body.text, /can bo sung giay to truoc het ngay 31\/12/)

  // Twelve days later the day that was named is long gone, and nobody is blamed for it.
  await tickAt(all, '2026-12-08T08:00')
  t.deepEqual(await openAlerts(all), [])

  // She brings it to the counter; it travels as the dossier did, and the desk has it on Tuesday 8/12.
  const brought = await clerk.post('/parcels', { purpose: 'supplement', dossiers: [reference] })
  t.is(brought.status, 201, JSON.stringify(brought.body))
  await scanned(all, clerk, 'accept', brought.body.code)
  await scanned(all, courier, 'depart', brought.body.code)
  await scanned(all, officer, 'lodge', brought.body.code)
  t.is((await officer.post(`${dossier}/supplement`)).body.due_on, '2026-12-15')
  t.deepEqual(await statutory(all), ['03T17:00', '15T17:00', '26T09:00', null])

  // Eight working days were waited for, her own day too: the clock runs again, somebody hears of it before the new day, and it is kept.
  await tickAt(all, '2026-12-14T14:00')
  t.deepEqual(await openAlerts(all), ['missed'])
  await officer.post(`${dossier}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
  t.deepEqual(await openAlerts(all), [])
  const [wall, due, , ended] = await statutory(all)
  t.deepEqual([wall, due, ended], ['03T17:00', '15T17:00', '14T14:00'])
  const period = { from: at('11-01T00:00'), until: at('12-01T00:00') }
  const [figures] = (await onTime(all.db, period, all.clock())).filter(({ clock }) => clock === 'processing')
  t.like(figures, { kept_by_wall: 0, kept: 1, late: 0, running: 0 })
  t.is((await inShort(all)).filter(told => told.startsWith('supplement')).length, 1, 'she was told once')
})
