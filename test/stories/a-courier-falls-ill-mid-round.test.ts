import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { bhim, resultsFor } from '../support/on-a-round.ts'
import { krongNo, scenario } from '../support/scenario.ts'

const lan = { name: "H'Lan Niê", id_number: '067190005555', phone: '0905111222' }
const payOnDelivery = { payment: { payer: 'recipient', when: 'delivery', method: 'cash' } }
type Stop = { stop: number; receiver: { name: string }; parcels: { code: string; state: string }[]; to_collect: number }

test('a courier falls ill in the middle of the way, a colleague takes over, and in the evening both rounds balance', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { clerk, courier: ill, officer } = staff
  const [colleague, supervisor] = [await all.person('courier', krongNo), await all.person('supervisor', krongNo)]
  const results = await resultsFor(all, staff, [{}, bhim, {}, lan], payOnDelivery)
  const [hoa1 = '', bhims = '', hoa2 = '', lans = ''] = results.map(({ code }) => code)

  // In the morning: four results, three receivers; Hoa has to give her old card back.
  const old = (code: string) => ({ code, papers: ['old_card'] })
  const { body: round } = await clerk.post('/rounds', { courier: ill.id, codes: [old(hoa1), bhims, hoa2, lans] })
  t.deepEqual(
    round.stops.map(({ receiver, parcels }: Stop) => [receiver.name, parcels.length]),
    [
      ['Nguyễn Thị Hoa', 2],
      ['Y Bhĭm', 1],
      ["H'Lan Niê", 1],
    ],
  )
  for (const code of [hoa1, bhims, hoa2, lans]) await scanned(all, ill, 'load', code)
  const [sheet = ''] = await texts((await ill.file(`/rounds/${round.id}/sheet.pdf`)).bytes)
  t.true(sheet.includes('BẢN KÊ PHÁT (BD13)') && sheet.includes("H'Lan Niê"))

  // At the first door: two parcels, one signature, the money and the old card.
  all.clock.move(hour)
  const [{ to_collect: owed }] = round.stops
  t.true(owed > 0)
  const { body: handed } = await ill.post(`/rounds/${round.id}/stops/1/report`, {
    id: randomUUID(),
    outcome: 'delivered',
    capacity: 'recipient',
    name: 'Nguyễn Thị Hoa',
    paper: { kind: 'cccd', tail: '1234' },
    means: { kind: 'slip_code', code: results[0]?.lookup_code },
    collected: owed,
    papers: ['old_card'],
  })
  t.deepEqual(
    handed.verdicts.map(({ verdict }: { verdict: string }) => verdict),
    ['recorded', 'recorded', 'recorded'],
  )

  // Then he falls ill. His colleague meets him, takes what is left, and scans nothing singly.
  all.clock.move(20 * minute)
  const { body: relief } = await colleague.post(`/rounds/${round.id}/take-over`)
  t.deepEqual(
    relief.stops.map(({ receiver }: Stop) => receiver.name),
    ['Y Bhĭm', "H'Lan Niê"],
  )
  t.is((await colleague.get(`/parcels/${bhims}`)).body.holder.person, colleague.id)
  t.is((await ill.get(`/rounds/${round.id}`)).body.stops[1].parcels[0].moved_to, colleague.name)
  t.deepEqual((await supervisor.get('/reviews')).body.items, [], 'nobody has to ask who has them')

  // The colleague delivers one; at the last door nobody is home.
  all.clock.move(hour)
  await colleague.post(`/rounds/${relief.id}/stops/1/report`, {
    id: randomUUID(),
    outcome: 'delivered',
    capacity: 'recipient',
    name: 'Y Bhĭm',
    means: { kind: 'witness', name: 'Bùi Văn Nam' },
    collected: relief.stops[0].to_collect,
  })
  await colleague.post(`/rounds/${relief.id}/stops/2/report`, {
    id: randomUUID(),
    outcome: 'attempted',
    reason: 'nobody_home',
    measure: 'again',
    again_on: '2026-11-25',
  })

  // In the evening what was not delivered comes back, and the old card goes on to the police.
  all.clock.move(hour)
  await scanned(all, clerk, 'arrive', lans)
  await scanned(all, clerk, 'arrive', handed.envelope)
  const close = (id: string, handed_in: number) => clerk.post(`/rounds/${id}/closing`, { handed_in })
  const first = (await close(round.id, owed)).body.record
  t.deepEqual(first.differences, { parcels: 0, papers: 0, collected: 0, handed_in: 0 })
  t.deepEqual(
    first.parcels.map(({ state }: { state: string }) => state),
    ['delivered', 'delivered', 'moved', 'moved'],
  )
  const second = (await close(relief.id, 0)).body.record
  t.is(second.differences.handed_in, -relief.stops[0].to_collect, 'what he did not hand in is written down')
  const [paper = ''] = await texts((await clerk.file(`/rounds/${round.id}/closing.pdf`)).bytes)
  t.true(paper.includes(`chuyển cho ${colleague.name}`))

  await scanned(all, officer, 'take_back', handed.envelope)
  t.is((await officer.get(`/parcels/${handed.envelope}`)).body.holder.kind, 'police_unit')
  const proof = await supervisor.get(`/parcels/${hoa2}/proof`)
  t.like(proof.body, { name: 'Nguyễn Thị Hoa', means: 'slip_code', is_as_told: true })
})
