import test from 'ava'
import { day, hour } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { giaNghia, krongNo, type Person, scenario } from '../support/scenario.ts'

/** Counts all that lies in a unit's cupboard, in two goes. Answers the closed count. */
async function counted(who: Person, unit: string, codes: readonly string[]) {
  const { body: count } = await who.post('/stock-counts', { unit })
  for (const some of [codes.slice(0, 1), codes.slice(1)])
    if (some.length) await who.post(`/stock-counts/${count.id}/codes`, { codes: some })
  const { status, body } = await who.post(`/stock-counts/${count.id}/closing`, { is_empty: !codes.length })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

const asked = async (who: Person) =>
  (await who.get('/reviews')).body.items.map((one: { kind: string; code: string; unit: string; times: number }) => [
    one.kind,
    one.code,
    one.times,
  ])

test('a parcel in the wrong cupboard and one that is nowhere come to light in the evening', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { clerk } = staff
  const [clerk2, supervisor] = [await all.person('clerk', giaNghia), await all.person('supervisor', krongNo)]
  const codes: string[] = []
  for (let i = 0; i < 4; i++) codes.push((await takenIn(all, staff)).parcel.code)
  const [first = '', second = '', strayed = '', lost = ''] = codes

  all.clock.move(8 * hour)
  const evening = await counted(clerk, krongNo, [first, second])
  t.deepEqual([evening.short, evening.over], [[strayed, lost].sort(), []])
  const there = await counted(clerk2, giaNghia, [strayed])
  t.deepEqual([there.short, there.over], [[], [strayed]])
  t.deepEqual((await asked(supervisor)).sort(), [
    ['stock_over', strayed, 1],
    ['stock_short', strayed, 1],
    ['stock_short', lost, 1],
  ])
  const missing = (await supervisor.get('/reviews')).body.items.find(
    (one: { kind: string; code: string }) => one.kind === 'stock_short' && one.code === strayed,
  )
  t.is(missing.seen_at, there.unit_name, 'the supervisor reads where it was met')
  t.is((await clerk.get(`/parcels/${strayed}`)).body.holder.unit, krongNo, 'counting moves nothing')

  await scanned(all, clerk2, 'arrive', strayed)
  t.is((await clerk2.get(`/parcels/${strayed}`)).body.holder.unit, giaNghia)
  const left = await asked(supervisor)
  t.deepEqual(
    left.filter(([kind]: [string]) => kind.startsWith('stock')),
    [['stock_short', lost, 1]],
    'the scan says where it is: both questions are answered',
  )

  all.clock.move(day)
  const again = await counted(clerk, krongNo, [first, second])
  t.deepEqual(again.short, [lost])
  t.deepEqual(
    (await asked(supervisor)).filter(([kind]: [string]) => kind.startsWith('stock')),
    [['stock_short', lost, 2]],
    'still one question, but more urgent',
  )

  await scanned(all, supervisor, 'report_lost', lost, { reason: 'không có trong tủ hai buổi liền' })
  const kinds = async () => (await asked(supervisor)).filter(([, code]: [string, string]) => code === lost)
  t.deepEqual(await kinds(), [['lost', lost, null]], 'it is a case of its own from here on')
  all.clock.move(day)
  t.deepEqual(
    (await counted(clerk, krongNo, [first, second])).short,
    [],
    'what is known to be lost is not missed again',
  )
  await scanned(all, supervisor, 'find', lost, { reason: 'rơi sau tủ' })
  const third = await counted(clerk, krongNo, [first, second, lost])
  t.deepEqual([third.short, third.over], [[], []])

  const record = await clerk.file(`/stock-counts/${evening.id}.pdf`)
  t.is(record.type, 'application/pdf')
  const [paper = ''] = await texts(record.bytes)
  for (const words of ['BIÊN BẢN KIỂM KÊ', evening.number, 'Thiếu: 2', 'Thừa: 0']) t.true(paper.includes(words), words)
})
