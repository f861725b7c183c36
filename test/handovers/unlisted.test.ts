import { randomUUID } from 'node:crypto'
import test from 'ava'
import { day } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { scanned } from '../support/at-krong-no.ts'
import { carried, released } from '../support/released.ts'
import { type Person, pc06, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

type Item = { id: string; day: string; parcels: number; taker: { kind: string; unit: string } }
const unlisted = async (who: Person): Promise<Item[]> =>
  (await who.get('/unlisted-handovers')).body.items.filter(({ taker }: Item) => taker.unit === policeKrongNo)
const shownTo = async (who: Person, { id }: Pick<Item, 'id'>): Promise<string[]> =>
  (await who.get(`/unlisted-handovers/${id}`)).body.parcels.map(({ event }: { event: string }) => event)
const sign = (who: Person, { id }: Pick<Item, 'id'>, events: string[]) =>
  who.post(`/unlisted-handovers/${id}/acceptance`, { events })

async function lodged(all: Scenario, count: number) {
  const staff = await carried(all, count)
  for (const code of staff.codes) await scanned(all, staff.officer, 'lodge', code)
  return staff
}

test('what is scanned without a list waits together for giver, taker and day, and no sheet is made of it', async t => {
  const all = await scenario(t)
  const { officer, courier, codes } = await carried(all, 3)
  await scanned(all, officer, 'lodge', String(codes[0]))
  await scanned(all, officer, 'lodge', String(codes[1]))
  t.deepEqual(
    (await unlisted(officer)).map(({ parcels }) => parcels),
    [2],
  )
  all.clock.move(day)
  await scanned(all, officer, 'lodge', String(codes[2]))
  for (const side of [officer, courier])
    t.deepEqual(
      (await unlisted(side)).map(item => [item.day, item.parcels]),
      [
        ['2026-11-24', 1],
        ['2026-11-23', 2],
      ],
    )
  t.is((await all.db('handovers')).length, 0)
})

test('lists that come at once and scans that are taken back change what waits, and nothing else', async t => {
  const all = await scenario(t)
  const { officer, codes } = await carried(all, 8)
  const send = (some: string[]) =>
    officer.post('/scans', {
      sent_at: all.clock().toISOString(),
      scans: some.map(code => scan('lodge', code, all.clock())),
    })
  all.clock.move(60_000)
  const replies = await Promise.all([send(codes.slice(0, 4)), send(codes.slice(4))])
  t.true(replies.every(({ status }) => status === 200))
  t.is((await unlisted(officer))[0]?.parcels, 8)
  const supervisor = await all.person('supervisor', policeKrongNo)
  const facts = await all.db('custody_events').where({ step: 'lodge' }).pluck('id')
  for (const id of facts.slice(0, 3))
    await supervisor.post(`/scans/${id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  t.is((await unlisted(officer))[0]?.parcels, 5)
  for (const id of facts.slice(3))
    await supervisor.post(`/scans/${id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  t.deepEqual(await unlisted(officer), [])
})

test('the taker signs for what came without a list, once, and the paper says that there was none', async t => {
  const all = await scenario(t)
  const { officer, courier } = await lodged(all, 2)
  const [item] = await unlisted(officer)
  if (!item) throw new Error('nothing waits')
  const shown = await shownTo(officer, item)
  t.is((await sign(courier, item, shown)).status, 403, 'a boundary is always the taker’s')
  const stranger = await all.person('officer', pc06)
  t.is((await sign(stranger, item, shown)).status, 404)
  t.is((await stranger.get(`/unlisted-handovers/${item.id}`)).status, 404)
  t.deepEqual((await stranger.get('/unlisted-handovers')).body.items, [])
  t.is((await sign(officer, item, shown.slice(1))).body.code, 'list_changed', 'not what was shown')
  const { status, body } = await sign(officer, item, shown)
  t.is(status, 201, JSON.stringify(body))
  t.deepEqual([body.state, body.is_implicit, body.is_self, body.parcels.length], ['accepted', true, false, 2])
  t.is((await sign(officer, item, shown)).status, 404, 'there is nothing more to sign')
  t.is((await all.db('custody_events').where({ step: 'lodge' })).length, 2, 'no fact is made twice')
  const [paper = ''] = await texts((await officer.file(`/handovers/${body.id}.pdf`)).bytes)
  t.true(paper.includes('KHÔNG CÓ BẢNG GIAO'))
})

test('two colleagues who sign for the same at once make one sheet', async t => {
  const all = await scenario(t)
  const { officer } = await lodged(all, 3)
  const colleague = await all.person('officer', policeKrongNo)
  const [item] = await unlisted(officer)
  const shown = await shownTo(officer, item ?? { id: '' })
  const replies = await Promise.all([officer, colleague].map(who => sign(who, item ?? { id: '' }, shown)))
  t.deepEqual(replies.map(({ status }) => status).sort(), [201, 404])
})

test('what came without a list is signed for on a page', async t => {
  const all = await scenario(t)
  const { officer, courier } = await lodged(all, 2)
  const [taker, giver] = [await deskOf(all, officer), await deskOf(all, courier)]
  const [path = ''] = /\/staff\/handovers\/unlisted\/[0-9a-f-]+/.exec((await taker.get('/staff/handovers')).text) ?? []
  t.false((await giver.get(path)).text.includes('Ký nhận'))
  const form = untouched((await taker.get(path)).text, 'acceptance')
  const changed = await taker.post(path, { ...form, events: form['events']?.split(',')[0] ?? '' })
  t.regex(changed.text, /nay là 2 bưu gửi/)
  const signed = await taker.post(path, form)
  t.is(signed.status, 303, signed.text)
  t.is((await taker.post(path, form)).location, signed.location, 'sent twice, signed once')
})

test('one who gave and took without a list is named as such', async t => {
  const all = await scenario(t)
  const { clerk, courier, codes } = await carried(all, 1)
  const row = await all.db('assignments').where({ person_id: courier.id }).first('*')
  await all.db('assignments').insert({ ...row, id: randomUUID(), role: 'clerk' } as never)
  await scanned(all, courier, 'arrive', String(codes[0]))
  const items: Item[] = (await clerk.get('/unlisted-handovers')).body.items
  const mine = items.find(({ taker }) => taker.kind === 'post_office')
  const { body } = await sign(courier, mine ?? { id: '' }, await shownTo(clerk, mine ?? { id: '' }))
  t.true(body.is_self, JSON.stringify(body))
})

test('a scan taken back before the taker signed waits on its list again', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  await scanned(all, officer, 'lodge', String(codes[0]))
  t.deepEqual(await unlisted(officer), [], 'it belongs to the list')
  const [fact] = await all.db('custody_events').where({ step: 'lodge' })
  await officer.post(`/scans/${fact?.id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  all.clock.move(60_000)
  const { body } = await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })
  t.is(body.state, 'accepted', JSON.stringify(body))
  t.is((await officer.get(`/parcels/${codes[0]}`)).body.holder.unit, policeKrongNo)
})
