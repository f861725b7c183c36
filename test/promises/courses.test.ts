import { randomUUID } from 'node:crypto'
import test from 'ava'
import { type AtKrongNo, atKrongNo, scanned } from '../support/at-krong-no.ts'
import { promiseOf, released, releasedResult, weekdayVan } from '../support/promised.ts'
import { krongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

const van = 10 * 60 + 30
const at = (time: string) => new Date(`2026-11-${time}:00+07:00`)

type Life = AtKrongNo & { all: Scenario; code: string; list: string }
const facts = ({ all }: Life, step: string) => all.db('custody_events').where({ step }).orderBy('recorded_at')

/** What can happen to a result, at a moment that the clock shows already. */
const deeds = {
  release: async life => Object.assign(life, await releasedResult(life.all, life.officer)),
  'release again': async life => Object.assign(life, { list: await released(life.officer, life.code) }),
  cancel: ({ officer, list }) => officer.post(`/handovers/${list}/cancellation`, { reason: 'thiếu một phong bì' }),
  'hand back': ({ all, clerk, code }) => scanned(all, clerk, 'hand_back', code),
  'tell of a hand-back at 26T09:00': async ({ all, clerk, code }) => {
    const sent_at = all.clock().toISOString()
    await clerk.post('/scans', { sent_at, scans: [scan('hand_back', code, at('26T09:00'))] })
  },
  'take the hand-back back': async life => {
    const wrong = await facts(life, 'hand_back').first('id')
    const supervisor = await life.all.person('supervisor', krongNo)
    await supervisor.post(`/scans/${wrong?.id}/correction`, { id: randomUUID(), reason: 'chưa lấy' })
  },
  'promise 24 hours from now on': async ({ all }) => {
    const binding = { clock: 'delivery', scope: 'in_province', is_binding: true } as const
    const [{ id: _, ...terms } = { id: 0 }] = await all.owner('promise_policies').where(binding)
    await all.owner('promise_policies').where(binding).update({ valid_to: all.clock() })
    await all
      .owner('promise_policies')
      .insert({ ...terms, amount: 24, valid_from: all.clock(), valid_to: null } as never)
  },
  'take all vans off the timetable': ({ all }) => all.owner('departures').delete(),
  load: ({ all, courier, code }) => scanned(all, courier, 'load', code),
  'find nobody': ({ all, courier, code }) =>
    scanned(all, courier, 'attempt', code, {
      reason: 'nobody_home',
      measure: 'again',
      called_at: all.clock().toISOString(),
    }),
  'be asked for 30/11': ({ all, courier, code }) =>
    scanned(all, courier, 'attempt', code, { reason: 'asked_other_time', measure: 'again', again_on: '2026-11-30' }),
  'find nobody without a call': ({ all, courier, code }) =>
    scanned(all, courier, 'attempt', code, { reason: 'nobody_home', measure: 'again' }),
} satisfies Record<string, (life: Life) => Promise<unknown>>
type Deed = keyof typeof deeds

/** Scans are a minute after the deed's time. A van fetches at half past ten from Monday to Friday; 24/11 is a holiday. */
// biome-ignore format: a table is read by its columns
const courses: [string, [string, Deed][], string | null, string | null][] = [
  ['fetched before its van', [['25T08:00', 'release'], ['25T09:00', 'hand back']], '25T09:01', '27T09:01'],
  ['fetched by its van', [['25T08:00', 'release'], ['25T10:29', 'hand back']], '25T10:30', '27T10:30'],
  ['fetched an hour late', [['25T08:00', 'release'], ['25T11:30', 'hand back']], '25T10:30', '27T10:30'],
  ['fetched a day late', [['25T08:00', 'release'], ['26T11:30', 'hand back']], '25T10:30', '27T10:30'],
  ['nobody came', [['25T08:00', 'release']], '25T10:30', '27T10:30'],
  ['not ready when the van came', [['25T11:00', 'release'], ['26T10:29', 'hand back']], '26T10:30', '28T10:30'],
  ['not ready, then fetched late', [['25T11:00', 'release'], ['26T14:00', 'hand back']], '26T10:30', '28T10:30'],
  ['not ready on Friday', [['27T11:00', 'release'], ['30T14:00', 'hand back']], '30T10:30', '02T10:30'],
  ['not ready before a holiday', [['23T11:00', 'release'], ['25T14:00', 'hand back']], '25T10:30', '27T10:30'],
  ['its list cancelled in time', [['25T08:00', 'release'], ['25T09:00', 'cancel']], null, null],
  ['cancelled, and released after the van', [['25T08:00', 'release'], ['25T09:00', 'cancel'], ['25T11:00', 'release again']], '26T10:30', '28T10:30'],
  ['cancelled when the van should have come', [['25T08:00', 'release'], ['25T11:00', 'cancel']], '25T10:30', '27T10:30'],
  ['no van any more', [['25T08:00', 'release'], ['25T09:00', 'take all vans off the timetable'], ['25T14:00', 'hand back']], '25T10:30', '27T10:30'],
  ['handed back, told the same evening', [['26T08:00', 'release'], ['26T18:00', 'tell of a hand-back at 26T09:00']], '26T09:00', '28T09:00'],
  ['handed back by mistake, before the van', [['25T08:00', 'release'], ['25T09:00', 'hand back'], ['25T09:30', 'take the hand-back back']], '25T10:30', '27T10:30'],
  ['handed back by mistake, then truly', [['25T08:00', 'release'], ['25T09:00', 'hand back'], ['25T09:30', 'take the hand-back back'], ['25T10:00', 'hand back']], '25T10:01', '27T10:01'],
  ['promised otherwise meanwhile', [['25T08:00', 'release'], ['25T09:00', 'hand back'], ['25T12:00', 'promise 24 hours from now on'], ['25T14:00', 'load']], '25T09:01', '27T09:01'],
  ['promised otherwise before', [['25T08:00', 'promise 24 hours from now on'], ['25T08:10', 'release'], ['25T09:00', 'hand back']], '25T09:01', '26T09:01'],
  ['nobody at home before a holiday', [['23T08:00', 'release'], ['23T09:00', 'hand back'], ['23T10:00', 'load'], ['23T15:59', 'find nobody']], '23T09:01', '28T10:01'],
  ['nobody at home, nobody called', [['25T08:00', 'release'], ['25T09:00', 'hand back'], ['25T10:00', 'load'], ['25T15:59', 'find nobody without a call']], '25T09:01', '27T09:01'],
  ['asked for Monday', [['25T08:00', 'release'], ['25T09:00', 'hand back'], ['25T10:00', 'load'], ['25T15:59', 'be asked for 30/11']], '25T09:01', '02T00:31'],
  ['nobody at home, tried again the next day', [['25T08:00', 'release'], ['25T09:00', 'hand back'], ['25T10:00', 'load'], ['25T15:59', 'find nobody'], ['26T09:59', 'find nobody without a call']], '25T09:01', '28T03:01'],
]

for (const [name, course, began, due] of courses)
  test(`the 48 hours of a result: ${name}`, async t => {
    const all = await scenario(t, { at: at(course[0]?.[0] ?? '').toISOString() })
    await weekdayVan(all, van)
    const life: Life = { ...(await atKrongNo(all)), all, code: '', list: '' }
    for (const [time, deed] of course) {
      all.clock.set(at(time).toISOString())
      await deeds[deed](life)
    }
    const promise = await promiseOf(all, life.code)
    t.deepEqual([promise.began, promise.due], [began, due])
  })
