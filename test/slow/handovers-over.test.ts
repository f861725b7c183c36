import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { scanned, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { carried, released } from '../support/released.ts'
import { giaNghia, krongNo, type Person, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

const accept = (who: Person, id: string, said: object) => who.post(`/handovers/${id}/acceptance`, said)
const release = async (who: Person, to: object, codes: string[]) => (await who.post('/handovers', { to, codes })).body
const wordsOf = async ({ db }: Scenario, id: string) =>
  (await db('handover_sheets').where({ handover_id: id, side: 'taker' }).first('content'))?.content ?? ''

test('what came with one list and stands on another of the same giver is over there and accepted here', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 3)
  const [first = '', second = '', third = ''] = codes
  const older = await release(courier, { unit: policeKrongNo }, [second, third])
  all.clock.move(minute)
  const newer = await release(courier, { unit: policeKrongNo }, [first])
  all.clock.move(minute)
  const over = await accept(officer, newer.id, { mode: 'scans', codes: [first, second] })
  t.deepEqual([over.status, over.body.over], [200, [second]], JSON.stringify(over.body))
  const rest = await accept(officer, older.id, { mode: 'count', count: 2 })
  t.is(rest.body.state, 'accepted', JSON.stringify(rest.body))
  t.is((await all.db('custody_events').where({ step: 'lodge' })).length, 3, 'each came once')
})

test('what has left the post for good is over and changes no hands, and its papers are not named', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  const stranger = await all.person('clerk', giaNghia)
  const { body: foreign } = await stranger.post('/dossiers', await papers(all.db, 'identity-province-03'))
  await scanned(all, stranger, 'withdraw', foreign.parcel.code)
  all.clock.move(minute)
  const { body } = await accept(officer, id, { mode: 'scans', codes: [...codes, foreign.parcel.code] })
  t.deepEqual([body.state, body.over], ['accepted_with_differences', [foreign.parcel.code]])
  t.is((await stranger.get(`/parcels/${foreign.parcel.code}`)).body.holder.kind, 'applicant')
  t.false((await wordsOf(all, id)).includes(foreign.reference), 'whoever types a code learns nothing of it')
})

test('a listed parcel that was withdrawn meanwhile is short, also to one who counts it', async t => {
  const all = await scenario(t)
  const { clerk, officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  await scanned(all, clerk, 'arrive', code)
  await scanned(all, clerk, 'withdraw', code)
  all.clock.move(minute)
  const { body } = await accept(officer, id, { mode: 'count', count: 1 })
  t.deepEqual([body.state, body.short], ['accepted_with_differences', [code]])
  t.is((await clerk.get(`/parcels/${code}`)).body.holder.kind, 'applicant')
  t.is((await all.db('reviews').where({ kind: 'contradiction' })).length, 1)
})

test('what is reported lost is not handed over', async t => {
  const all = await scenario(t)
  const { courier, codes } = await carried(all, 1)
  const supervisor = await all.person('supervisor', giaNghia)
  await scanned(all, supervisor, 'report_lost', String(codes[0]), { reason: 'không thấy' })
  const { status, body } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  t.is(status, 422)
  t.regex(body.errors[0].detail, /đã báo mất/)
})

test('what the taker has had for long did not come with this list', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 2)
  const [old = '', listed = ''] = codes
  await scanned(all, officer, 'lodge', old)
  all.clock.move(minute)
  const { id } = await release(courier, { unit: policeKrongNo }, [listed])
  const { status, body } = await accept(officer, id, { mode: 'scans', codes: [listed, old] })
  t.deepEqual([status, body.errors?.[0].pointer], [422, '/codes/1'])
})

test('whoever holds it gives it, also where the list is another’s', async t => {
  const all = await scenario(t)
  const { clerk, courier, codes } = await carried(all, 1)
  const [code = ''] = codes
  const second = await all.person('courier', krongNo)
  const { parcel } = await takenIn(all, { clerk, courier, officer: clerk })
  all.clock.move(minute)
  const { id } = await release(clerk, { person: second.id }, [parcel.code])
  const { body } = await accept(second, id, { mode: 'scans', codes: [parcel.code, code] })
  t.deepEqual(body.over, [code])
  const taken = (await clerk.get(`/parcels/${code}`)).body
  t.deepEqual([taken.holder.person, taken.step], [second.id, 'take_over'])
})

test('a condition is said of a code in any spelling, and of nothing else', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  const spelled = `${code.slice(0, 2)} ${code.slice(2, 11)} ${code.slice(11)}`.toLowerCase()
  const strange = await accept(officer, id, { mode: 'scans', codes, conditions: { PA999999990VN: 'torn' } })
  t.is(strange.status, 422)
  const { body } = await accept(officer, id, { mode: 'scans', codes: [spelled], conditions: { [spelled]: 'torn' } })
  t.is(body.parcels[0].condition, 'torn')
})

test('a supervisor of both sides explains for one of them', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer } = await carried(all, 0)
  const [here, missing] = [
    await takenIn(all, { clerk, courier, officer }),
    await takenIn(all, { clerk, courier, officer }),
  ]
  all.clock.move(minute)
  const { id } = await release(clerk, { person: courier.id }, [here.parcel.code, missing.parcel.code])
  const { body } = await accept(courier, id, { mode: 'scans', codes: [here.parcel.code] })
  const supervisor = await all.person('supervisor', giaNghia)
  const close = (who: Person) =>
    who.post(`/handovers/${id}/differences/${body.differences[0].id}/closing`, { reason: 'x' })
  t.false((await close(supervisor)).body.is_closed)
  t.is((await close(supervisor)).body.code, 'already_closed')
  t.true((await close(courier)).body.is_closed)
})
