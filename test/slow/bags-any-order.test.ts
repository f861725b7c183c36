import test from 'ava'
import fc from 'fast-check'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { addMs, hour } from '../../src/kit/time.ts'
import { atOffice, type Packed, packed } from '../support/bagged.ts'
import { giaNghia, type Person, type Scenario, scan, scenario } from '../support/scenario.ts'

/** What happened to a bag, and to two of its parcels on their own, by the true hour after the seal. */
const happened = [
  { step: 'depart', who: 'driver', of: 'bag', at: 1 },
  { step: 'take_over', who: 'courier', of: 0, at: 2 },
  { step: 'arrive', who: 'other', of: 'bag', at: 3 },
  { step: 'arrive', who: 'other', of: 1, at: 4 },
  { step: 'load', who: 'courier', of: 1, at: 5 },
  { step: 'arrive', who: 'clerk', of: 'bag', at: 6 },
] as const
type Deed = (typeof happened)[number]

const orders = 10

test('in whatever order scans of a bag and of its parcels arrive, and however often, the present is the same', async t => {
  const all = await scenario(t)
  const crew = await packed(all, 0)
  const bags: Bag[] = []
  for (let i = 0; i < orders; i++) bags.push(await sealedBag(all, crew))
  const sealedAt = all.clock()
  all.clock.move(12 * hour)
  const sent = fc.tuple(fc.shuffledSubarray([...happened], { minLength: happened.length }), fc.array(fc.nat(5)))
  const expected = await lived(all, crew, bags[0] as Bag, { deeds: happened, again: [], sealedAt })
  t.deepEqual(
    expected.presents.map(({ inside }) => inside),
    [false, false, true],
  )
  t.deepEqual(
    expected.asked.filter(asked => asked.startsWith('out_of_bag')),
    ['out_of_bag 0 take_over', 'out_of_bag 1 arrive'],
  )
  let next = 1
  await fc.assert(
    fc.asyncProperty(sent, async ([deeds, again]) => {
      t.deepEqual(await lived(all, crew, bags[next++] as Bag, { deeds, again, sealedAt }), expected)
    }),
    { numRuns: orders - 1, endOnFailure: true },
  )
  const faults: string[] = []
  await verifyDatabase(all.db, [], fault => faults.push(fault))
  t.deepEqual(faults, [], 'and other code derives the same')
})

type Bag = { code: string; codes: string[] }

async function sealedBag(all: Scenario, crew: Packed): Promise<Bag> {
  const codes = await atOffice(all, crew, 3)
  const { code } = (await crew.clerk.post('/bags', { to_unit: giaNghia })).body
  await crew.clerk.post(`/bags/${code}/parcels`, { codes })
  const { status, body } = await crew.clerk.post(`/bags/${code}/seal`, {})
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { code, codes }
}

type Life = { deeds: readonly Deed[]; again: readonly number[]; sealedAt: Date }

/** Sends what happened in this order, some of it again, and answers what became of the bag. */
async function lived(all: Scenario, crew: Packed, bag: Bag, { deeds, again, sealedAt }: Life) {
  const scans = deeds.map(({ step, who, of, at }) => ({
    who: crew[who] as Person,
    one: scan(step, of === 'bag' ? bag.code : String(bag.codes[of]), addMs(sealedAt, at * hour)),
  }))
  for (const { who, one } of [...scans, ...again.flatMap(i => scans[i] ?? [])]) {
    const { status, body } = await who.post('/scans', { sent_at: all.clock().toISOString(), scans: [one] })
    if (status !== 200 || body.verdicts[0].verdict === 'refused') throw new Error(JSON.stringify(body))
  }
  return outcome(all, bag)
}

async function outcome({ db }: Scenario, { codes }: Bag) {
  const presents = await db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .join('bag_parcels', 'bag_parcels.parcel_id', 'parcels.id')
    .whereIn('code', codes)
    .orderBy('code')
    .select('holder_kind', 'holder_unit', 'holder_person', 'last_step', 'since', 'is_inside as inside')
    .select(db.raw('bag is not null as is_packed'))
  const reviews: { kind: string; code: string; step: string }[] = await db('reviews')
    .join('custody_events', 'custody_events.id', 'reviews.event_id')
    .join('parcels', 'parcels.id', 'reviews.parcel_id')
    .whereIn('code', codes)
    .whereNull('withdrawn_at')
    .select('kind', 'code', 'step')
  return { presents, asked: reviews.map(({ kind, code, step }) => `${kind} ${codes.indexOf(code)} ${step}`).sort() }
}
