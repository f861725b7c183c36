import test from 'ava'
import type { Knex } from 'knex'
import { checkBags } from '../../src/evidence/check-bags.ts'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { hour, minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { atOffice, packed, sealed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scan, scenario, sharedPast } from '../support/scenario.ts'

async function faultsOf({ db }: Pick<Scenario, 'db'>) {
  const faults: string[] = []
  const bags = await db.transaction(trx => checkBags(trx, fault => faults.push(fault)))
  return { faults, bags }
}

/** One bag still open, and one whose seal is on since an hour. */
const onItsWay = sharedPast(async all => {
  const { clerk, driver, bag, codes } = await sealed(all, 2, { seal: 'NP-1', weight_g: 900 })
  all.clock.move(hour)
  await scanned(all, driver, 'depart', bag)
  const second = await packed(all, 2)
  await second.clerk.post(`/bags/${second.bag}/removals`, { codes: second.codes.slice(1) })
  all.clock.move(hour)
  return { clerk, bag, codes, open: second.bag, inside: second.codes[0] ?? '', out: second.codes[1] ?? '' }
})

/** One that was opened: one parcel short, one over, another seal. */
const opened = sharedPast(async all => {
  const { clerk, driver, other, bag, codes, ...staff } = await sealed(all, 3, { seal: 'NP-1' })
  const [over = ''] = await atOffice(all, { clerk, ...staff }, 1)
  all.clock.move(hour)
  await scanned(all, driver, 'depart', bag)
  await scanned(all, other, 'arrive', bag)
  all.clock.move(hour)
  const { status, body } = await other.post(`/bags/${bag}/opening`, { codes: [...codes.slice(1), over], seal: 'NP-2' })
  if (status !== 200) throw new Error(JSON.stringify(body))
  all.clock.move(hour)
  const stranger = await all.person('clerk', policeKrongNo)
  return { clerk, other, stranger, bag, codes, over }
})

test('honest bags have no faults: open, on their way, opened, and what was scanned alone', async t => {
  const all = await onItsWay(t)
  t.deepEqual(await faultsOf(all), { faults: [], bags: 2 })
  const driver = await all.person('driver', giaNghia)
  const other = await all.person('clerk', giaNghia)
  const [alone = '', together = ''] = all.codes
  // Told late, from before the packing: what is sealed stays on the list, and is not inside any more.
  await told(all, driver, scan('take_over', alone, all.clock()))
  all.clock.move(minute)
  await told(all, other, scan('arrive', all.bag, all.clock()))
  await other.post(`/bags/${all.bag}/opening`, { codes: [together] })
  t.deepEqual((await faultsOf(all)).faults, [])
  t.deepEqual((await all.db('bag_parcels').where({ is_found: true })).length, 1)
})

test('a bag that was opened has none either, nor one whose differences both ends explained', async t => {
  const all = await opened(t)
  for (const { id } of await all.db('bag_differences').select('id'))
    for (const unit of [krongNo, giaNghia]) {
      const clerk = await all.person('clerk', unit)
      await clerk.post(`/bags/${all.bag}/differences/${id}/closing`, { reason: 'nhầm' })
    }
  t.is((await all.db('bag_differences').whereNotNull('taker_closed_at')).length, 3)
  t.deepEqual(await faultsOf(all), { faults: [], bags: 1 })
})

test('verify finds that what a bag holds does not follow from the facts, though the application wrote it', async t => {
  const all = await onItsWay(t)
  await all
    .db('bag_parcels')
    .whereIn('bag_id', all.db('bags').where({ code: all.bag }).select('id'))
    .update({ is_inside: false })
  const faults: string[] = []
  await verifyDatabase(all.db, [], fault => faults.push(fault))
  t.deepEqual(
    faults,
    all.codes.map(code => `${all.bag}: ${code} is stored as outside, by the facts it is inside`),
  )
})

test('verify finds a seal that was moved back and a list that was forged, though the application wrote them', async t => {
  const all = await scenario(t)
  const { clerk, bag, ...staff } = await packed(all, 1)
  const [more = ''] = await atOffice(all, { clerk, ...staff }, 1)
  all.clock.move(hour)
  const late = await atOffice(all, { clerk, ...staff }, 1)
  await clerk.post(`/bags/${bag}/parcels`, { codes: late })
  const { id, made_at } = (await all.db('bags').first('id', 'made_at')) ?? { id: '', made_at: all.clock() }
  const parcel_id = (await all.db('parcels').where({ code: more }).first('id'))?.id ?? ''
  await all.db('bag_parcels').insert({ bag_id: id, parcel_id, is_inside: true })
  await all.db('bags').where({ id }).update({ state: 'sealed', sealed_at: made_at, sealed_by: clerk.id })
  const { faults } = await faultsOf(all)
  t.true(faults.includes(`${bag}: ${more} is on its list, by the facts it was not in it`), faults.join('\n'))
  t.true(faults.includes(`${bag}: ${more} is stored as inside, by the facts it is outside`))
  t.true(faults.includes(`${bag}: ${late[0]} is on its list, by the facts it was not in it`))
  t.true(faults.some(fault => fault.startsWith(`${bag}: ${late[0]} was packed when it was not open by its fact`)))
})

type Tampering<Past> = { found: RegExp; by: (trx: Knex, all: Past) => Promise<unknown> }
const bags = (trx: Knex, code: string) => trx('bags').where({ code })
const onList = (trx: Knex, code: string) =>
  trx('bag_parcels').where('parcel_id', trx('parcels').where({ code }).select('id'))

const underway: Record<string, Tampering<Awaited<ReturnType<typeof onItsWay>>>> = {
  'a parcel struck from a sealed list': {
    found: /is not on its list, by the facts it was in it\n.* was moved with it, and is not on its list, by its fact/,
    by: (trx, { codes }) => onList(trx, String(codes[0])).delete(),
  },
  'a parcel struck from an open list': {
    found: /is not on its list, by the facts it was in it/,
    by: (trx, { inside }) => onList(trx, inside).delete(),
  },
  'a seal that is later than the way': {
    found: /was moved with it before its seal by its fact/,
    by: (trx, { bag, clock }) => bags(trx, bag).update({ sealed_at: clock() }),
  },
  'a seal taken off again': {
    found: /was moved with it before its seal/,
    by: (trx, { bag }) =>
      bags(trx, bag).update({ state: 'open', sealed_at: null, sealed_by: null, seal_number: null, weight_g: null }),
  },
  'a bag that was packed elsewhere': {
    found: /nobody who worked there made it[\s\S]*nobody who worked there sealed it/,
    by: (trx, { bag }) => bags(trx, bag).update({ made_unit: policeKrongNo }),
  },
  'a parcel that was packed elsewhere': {
    found: /was packed elsewhere by its fact/,
    by: (trx, { bag }) => bags(trx, bag).update({ made_unit: policeKrongNo }),
  },
  'a scan of the bag that is not in its facts': {
    found: /has no fact of the scan 0193557e-8a00-7000-8000-000000000001 of its bag/,
    by: (trx, { bag, clerk, clock }) =>
      trx('scans').insert({
        ...{ id: '0193557e-8a00-7000-8000-000000000001', person_id: clerk.id, fingerprint: '', verdict: 'recorded' },
        ...{ body: { code: bag }, received_at: clock() },
      }),
  },
  'a bag that is gone': {
    found: /there is no such bag, by its facts PA\d{9}VN was in it[\s\S]*no bag has this number/,
    by: async (trx, { bag, codes }) => {
      for (const code of codes) await onList(trx, code).delete()
      await bags(trx, bag).delete()
    },
  },
  'an empty bag that was sealed': {
    found: /nothing is on its list/,
    by: async (trx, { open, inside, clerk, clock }) => {
      await onList(trx, inside).delete()
      await bags(trx, open).update({ state: 'sealed', sealed_at: clock(), sealed_by: clerk.id })
    },
  },
  'an opening that nobody made': {
    found: /is stored as found, by no fact of its opening/,
    by: async (trx, { bag, clerk, clock }) => {
      await trx('bag_parcels').where('bag_id', bags(trx, bag).select('id')).update({ is_inside: false, is_found: true })
      await bags(trx, bag).update({
        ...{ state: 'opened', opened_at: clock(), opened_by: clerk.id, opened_unit: krongNo },
        ...{ found_seal: 'NP1', found_weight_g: 900 },
      })
    },
  },
}

const afterwards: Record<string, Tampering<Awaited<ReturnType<typeof opened>>>> = {
  'a bag that is sealed again': {
    found: /was counted at another opening by its fact[\s\S]*differences of another opening/,
    by: async (trx, { bag }) => {
      await trx('bag_parcels').update({ is_found: null })
      await bags(trx, bag).update({
        ...{ state: 'sealed', opened_at: null, opened_by: null, opened_unit: null, found_seal: null },
      })
    },
  },
  'another opener': {
    found: /was counted at another opening[\s\S]*nobody who worked there opened it/,
    by: (trx, { bag, clerk }) => bags(trx, bag).update({ opened_by: clerk.id }),
  },
  'an opening somewhere else': {
    found: /it was opened where it never was/,
    by: (trx, { bag, stranger }) => bags(trx, bag).update({ opened_unit: policeKrongNo, opened_by: stranger.id }),
  },
  'another moment of the opening': {
    found: /was counted at another opening/,
    by: (trx, { bag, clock }) => bags(trx, bag).update({ opened_at: clock() }),
  },
  'an opening before the way ended': {
    found: /was moved with it after its opening/,
    by: (trx, { bag }) => bags(trx, bag).update({ opened_at: trx.raw('sealed_at') }),
  },
  'a parcel that was found, as short': {
    found: /is stored as short, by the facts it was found[\s\S]*what is short is not what was not found/,
    by: (trx, { codes }) => onList(trx, String(codes[1])).update({ is_found: false }),
  },
  'a parcel that was short, as found': {
    found: /is stored as found, by no fact of its opening[\s\S]*what is short is not what was not found/,
    by: (trx, { codes }) => onList(trx, String(codes[0])).update({ is_found: true }),
  },
  'a parcel that nobody counted': {
    found: /is counted, or not, as its opening says otherwise/,
    by: (trx, { codes }) => onList(trx, String(codes[0])).update({ is_found: null }),
  },
  'what is inside an opened bag': {
    found: /is stored as inside, by the facts it is outside/,
    by: async (trx, { codes }) => {
      await trx.raw('alter table bag_parcels drop constraint bag_parcels_check')
      await onList(trx, String(codes[0])).update({ is_inside: true })
    },
  },
  'a difference that is gone': {
    found: /what is short is not what was not found/,
    by: trx => trx('bag_differences').where({ kind: 'short' }).delete(),
  },
  'something over that stands on the list': {
    found: /what is over stands on its list/,
    by: trx => trx('bag_differences').where({ kind: 'short' }).update({ kind: 'over' }),
  },
  'a seal that was read as it was put on': {
    found: /its seal is, or is not, as its differences say otherwise/,
    by: (trx, { bag }) => bags(trx, bag).update({ found_seal: 'NP1' }),
  },
  'a weight that nobody took': {
    found: /its weight does not differ/,
    by: trx => trx('bag_differences').where({ kind: 'seal' }).update({ kind: 'weight' }),
  },
  'a difference explained by neither end': {
    found: /explained by somebody who does not stand on that side/,
    by: (trx, { stranger, clock }) => explained(trx, 'taker', stranger.id, clock()),
  },
  'a difference explained by the other end': {
    found: /explained by somebody who does not stand on that side/,
    by: (trx, { clerk, clock }) => explained(trx, 'taker', clerk.id, clock()),
  },
  'a difference closed by one end alone': {
    found: /one person explained a difference for both sides/,
    by: async (trx, { clerk, clock }) => {
      for (const side of ['giver', 'taker'] as const) await explained(trx, side, clerk.id, clock())
    },
  },
}

const explained = (trx: Knex, side: 'giver' | 'taker', by: string, at: Date) =>
  trx('bag_differences').update({ [`${side}_closed_at`]: at, [`${side}_closed_by`]: by, [`${side}_reason`]: 'nhầm' })

/** Somebody with the owner's login and the triggers off. */
const tampered = async <Past extends Scenario>(all: Past, by: Tampering<Past>['by']) => {
  await all.owner.transaction(async trx => {
    for (const table of ['bags', 'bag_parcels', 'bag_differences'])
      await trx.raw('alter table ?? disable trigger user', [table])
    await by(trx, all)
  })
  return (await faultsOf(all)).faults.join('\n')
}

for (const [title, { found, by }] of Object.entries(underway))
  test(`verify finds ${title}`, async t => {
    t.regex(await tampered(await onItsWay(t), by), found)
  })

for (const [title, { found, by }] of Object.entries(afterwards))
  test(`verify finds ${title}`, async t => {
    t.regex(await tampered(await opened(t), by), found)
  })
