import test from 'ava'
import { addMs, hour, minute } from '../../src/kit/time.ts'
import { codes, pictures, texts } from '../documents/paper.ts'
import { atKrongNo } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { krongNo, type Person, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

/** Types in what stands on paper: the step, and the time beside it. */
async function typed(all: Scenario, who: Person, step: string, code: string, at: Date) {
  const scans = [{ ...scan(step, code, at), source: 'paper' }]
  const { body } = await who.post('/scans', { sent_at: all.clock().toISOString(), scans })
  return body.verdicts[0].verdict
}

test('half a day without power is typed in from paper sets, with the times on the paper', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer } = await atKrongNo(all)

  // The office keeps printed sets in a drawer.
  const { status, body: batch } = await clerk.post('/blank-sets', { count: 3 })
  t.is(status, 201, JSON.stringify(batch))
  const pdf = await clerk.file(batch.links.sets.replace('/api/v1', ''))
  const pages = await texts(pdf.bytes)
  t.is(pages.length, 9, 'of each set two copies of the waybill and the label')
  const sets = pages
    .filter(page => page.includes('Mã tra cứu'))
    .map(page => ({
      code: /PA [\d ]+VN/.exec(page)?.[0].replaceAll(' ', '') ?? '',
      lookup: /[0-9CFHJKMNPQRTVX]{4}(?:-[0-9CFHJKMNPQRTVX]{4}){2}/.exec(page)?.[0] ?? '',
    }))
  t.is(new Set(sets.flatMap(({ code, lookup }) => [code, lookup])).size, 6)
  const [front] = await pictures(pdf.bytes)
  t.true(front && (await codes(front)).includes(`Code128 ${sets[0]?.code}`), 'the bars can be scanned')
  const [atCounter, atHome] = sets as [(typeof sets)[0], (typeof sets)[0]]

  // The power goes. At eight a dossier is taken in at the counter, at nine a courier takes it along, at ten the police have it.
  const eight = addMs(all.clock(), hour)
  // Meanwhile a courier with a phone that works takes another set to a home.
  all.clock.move(2 * hour)
  const collected = await courier.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('collect', atHome.code, all.clock())],
  })
  t.is(collected.body.verdicts[0].verdict, 'recorded', JSON.stringify(collected.body))
  t.is((await clerk.get(`/parcels/${atHome.code}`)).body.holder.person, courier.id)

  // The power is back in the afternoon.
  all.clock.move(4 * hour)
  const intake = (change: Record<string, unknown>) => papers(all.db, 'identity-district-03', change)
  const early = await clerk.post('/dossiers', await intake({ parcel_code: atCounter.code }))
  t.deepEqual([early.status, early.body.errors[0].pointer], [422, '/paper_at'], 'the time on the paper is asked for')
  const first = await clerk.post('/dossiers', await intake({ parcel_code: atCounter.code, paper_at: eight }))
  t.is(first.status, 201, JSON.stringify(first.body))
  t.is(first.body.lookup_code, atCounter.lookup, 'the code on the slip stays')
  t.is(first.body.parcel.code, atCounter.code)
  t.is(await typed(all, courier, 'depart', atCounter.code, addMs(eight, hour)), 'recorded')
  t.is(await typed(all, officer, 'lodge', atCounter.code, addMs(eight, 2 * hour)), 'recorded')
  const second = await clerk.post('/dossiers', await intake({ parcel_code: atHome.code }))
  t.is(second.status, 201, JSON.stringify(second.body))

  const facts = await all.db('custody_events').orderBy('effective_at').select('step', 'source', 'effective_at')
  t.deepEqual(
    facts.map(({ step, source, effective_at }) => [step, source, (effective_at.getTime() - eight.getTime()) / minute]),
    [
      ['accept', 'paper', 0],
      ['collect', 'device', 60],
      ['depart', 'paper', 60],
      ['lodge', 'paper', 120],
    ],
  )
  t.is((await officer.get(`/parcels/${atCounter.code}`)).body.holder.unit, policeKrongNo)
  t.deepEqual((await officer.get('/reviews')).body.items ?? [], [], 'nothing strayed, nothing is to be asked')
  const { body: dossier } = await clerk.get(`/dossiers/${first.body.reference}`)
  t.is(new Date(dossier.created_at).getTime(), eight.getTime(), 'received when the paper says so')
  const told = await all.anyone.post('/track', { code: atCounter.lookup })
  t.is(told.status, 200, 'the citizen follows it by the code on the slip')

  // One set is left: it is accounted for.
  const desk = await clerk.get('/parcels/PA000000000VN')
  t.is(desk.status, 404)
  const unused = String(sets[2]?.code)
  t.is((await clerk.post('/blank-sets/spoiled', { code: atHome.code, reason: 'rách' })).status, 404, 'it is typed in')
  t.is((await clerk.post('/blank-sets/spoiled', { code: unused, reason: 'ướt' })).status, 200)
  t.is((await clerk.file(batch.links.sets.replace('/api/v1', ''))).status, 404, 'none is left to print')
  t.is((await all.db('units').where({ id: krongNo })).length, 1)
})
