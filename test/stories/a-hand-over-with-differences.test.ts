import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { policeKrongNo, scenario } from '../support/scenario.ts'

test('a courier hands ten over, nine and a stranger arrive, and both sides say why', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { courier, officer } = staff
  const codes: string[] = []
  for (let i = 0; i < 11; i++) codes.push((await takenIn(all, staff)).parcel.code)
  const [missing = '', ...present] = codes.slice(0, 10)
  const stranger = codes[10] ?? ''
  for (const code of codes.slice(0, 10)) await scanned(all, courier, 'depart', code)

  const released = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes: codes.slice(0, 10) })
  t.is(released.status, 201, JSON.stringify(released.body))
  t.regex(released.body.number, /^BG642100261123\d{4}$/)
  t.is(released.body.state, 'released')
  t.is(released.body.parcels.length, 10)
  const { id, number } = released.body
  const waiting = (await officer.get('/handovers')).body.items
  t.deepEqual(
    waiting.map((one: { id: string; is_mine_to_accept: boolean }) => [one.id, one.is_mine_to_accept]),
    [[id, true]],
  )

  all.clock.move(hour)
  const accepted = await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: [...present, stranger] })
  t.is(accepted.status, 200, JSON.stringify(accepted.body))
  t.is(accepted.body.state, 'accepted_with_differences')
  t.deepEqual(accepted.body.short, [missing])
  t.deepEqual(accepted.body.over, [stranger])
  for (const code of [...present, stranger]) {
    const { holder, step } = (await officer.get(`/parcels/${code}`)).body
    t.deepEqual([holder.unit, step], [policeKrongNo, 'lodge'])
  }
  t.is((await courier.get(`/parcels/${missing}`)).body.holder.person, courier.id, 'until acceptance the giver answers')

  const sheet = await officer.file(`/handovers/${id}.pdf`)
  t.is(sheet.type, 'application/pdf')
  const [paper = ''] = await texts(sheet.bytes)
  for (const words of ['BẢNG KÊ GIAO NHẬN', number, `Thiếu: ${missing}`, `Thừa: ${stranger}`])
    t.true(paper.includes(words), words)

  const { differences } = (await courier.get(`/handovers/${id}`)).body
  t.deepEqual(differences.map(({ kind }: { kind: string }) => kind).sort(), ['over', 'short'])
  for (const difference of differences) {
    const path = `/handovers/${id}/differences/${difference.id}/closing`
    const first = await courier.post(path, { reason: 'bỏ sót ở thùng xe, mang đến chiều nay' })
    t.is(first.status, 200, JSON.stringify(first.body))
    t.false(first.body.is_closed, 'the other side has not said anything yet')
    const second = await officer.post(path, { reason: 'đã đối chiếu với bưu tá' })
    t.true(second.body.is_closed)
    t.is((await officer.post(path, { reason: 'lần nữa' })).status, 409)
  }
  t.deepEqual((await officer.get('/handovers')).body.items, [], 'nothing is left to do')
  t.true((await courier.file(`/handovers/${id}.pdf`)).bytes.equals(sheet.bytes), 'a signed sheet never changes')
})
