import test from 'ava'
import { type AtKrongNo, atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, pc06, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

async function atDesk(all: Scenario, staff: AtKrongNo) {
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  return `/dossiers/${reference}`
}

test('a dossier accepted by the police is not withdrawn at a counter, though the post has its papers', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`)
  await scanned(all, staff.clerk, 'hand_back', parcel.code)
  t.is((await staff.clerk.post(`/dossiers/${reference}/withdrawal`, { reason: 'đổi ý' })).body.code, 'at_the_desk')
})

test('no new day lies in the past, and a term that nobody knows is named by the officer', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const at = await atDesk(all, staff)
  await all.owner('procedures').update({ working_days: null })
  t.is((await staff.officer.post(`${at}/acceptance`)).body.errors?.[0].pointer, '/due')
  t.is((await staff.officer.post(`${at}/acceptance`, { due: '2026-12-01' })).status, 200)
  const past = await staff.officer.post(`${at}/extension`, { reason: 'chờ', due: '2026-11-20' })
  t.is(past.body.errors?.[0].pointer, '/due')
  const asked = { items: ['Đơn'], reason: 'thiếu', until: '2026-11-20' }
  t.is((await staff.officer.post(`${at}/supplement-request`, asked)).body.errors?.[0].pointer, '/until')
})

test('two dossiers never bear one official code', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const official_code = 'G01.885.664-261123-0007'
  const [one, two] = [await atDesk(all, staff), await atDesk(all, staff)]
  t.is((await staff.officer.post(`${one}/acceptance`, { official_code })).status, 200)
  t.is((await staff.officer.post(`${two}/acceptance`, { official_code })).body.code, 'official_code_in_use')
  const filed = await papers(all.db, 'identity-district-03', { official_code })
  t.is((await staff.clerk.post('/dossiers', filed)).body.code, 'official_code_in_use')
})

test('a desk that is the register counts its official codes by the day; another issues none', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const code = async (at: string) => (await staff.officer.post(`${at}/acceptance`)).body.official_code
  t.is(await code(await atDesk(all, staff)), null)
  await all.owner('units').where({ id: policeKrongNo }).update({ is_register: true })
  const first = await code(await atDesk(all, staff))
  t.regex(first, /-261123-0001$/)
  t.is(await code(await atDesk(all, staff)), first.replace(/1$/, '2'))
})

test('references count by the day of Viet Nam, not of Greenwich', async t => {
  const all = await scenario(t, { at: '2026-11-24T00:30:00+07:00' })
  const staff = await atKrongNo(all)
  t.is((await takenIn(all, staff)).reference, 'BT6421002611240001')
})

test('what was returned is decided no more', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await all.db('dossiers').where({ reference }).update({ returned_at: all.clock() })
  t.is((await staff.officer.post(`/dossiers/${reference}/acceptance`)).body.code, 'wrong_state')
})

test('only an officer of the desk decides, and only what lies at that desk', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  const other = await all.person('officer', pc06)
  await scanned(all, other, 'lodge', parcel.code)
  t.is((await staff.officer.post(`/dossiers/${reference}/acceptance`)).body.code, 'not_at_desk')
  t.is((await other.post(`/dossiers/${reference}/acceptance`)).status, 404)
})

test('who watches over a desk but decides at another does not decide here', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const at = await atDesk(all, staff)
  const other = await all.person('officer', pc06)
  const watching = { id: crypto.randomUUID(), person_id: other.id, role: 'supervisor' as const, since: all.clock() }
  await all.db('assignments').insert({ ...watching, unit_id: policeKrongNo })
  t.is((await other.get(at)).status, 200)
  t.is((await other.post(`${at}/acceptance`)).status, 404)
})

const refused: {
  what: string
  by: 'clerk' | 'officer'
  procedure: string
  change: Record<string, unknown>
  code: string
}[] = [
  {
    what: 'a police desk takes no dossier in for the post to carry',
    by: 'officer',
    procedure: 'identity-district-03',
    change: {},
    code: 'forbidden',
  },
  {
    what: 'a counter takes none in that was filed elsewhere',
    by: 'clerk',
    procedure: 'identity-district-03',
    change: { service: 'return', documents: [], due: '2026-12-01' },
    code: 'forbidden',
  },
  {
    what: 'nobody promises a day in the past',
    by: 'officer',
    procedure: 'identity-district-03',
    change: { service: 'return', documents: [], due: '2026-11-20' },
    code: '/due',
  },
  {
    what: 'what the post only receives does not come home by post',
    by: 'clerk',
    procedure: 'identity-district-03',
    change: { service: 'receive' },
    code: '/return_to',
  },
  {
    what: 'a dossier goes to a desk of its own level',
    by: 'clerk',
    procedure: 'identity-district-03',
    change: { desk: pc06 },
    code: '/desk',
  },
  {
    what: 'a result is fetched at a post office, not at the police',
    by: 'clerk',
    procedure: 'identity-district-03',
    change: { return_to: 'post_office', post_office: policeKrongNo },
    code: '/post_office',
  },
]

for (const { what, by, procedure, change, code } of refused)
  test(what, async t => {
    const all = await scenario(t)
    const staff = await atKrongNo(all)
    const { body } = await staff[by].post('/dossiers', await papers(all.db, procedure, change))
    t.is(body.errors?.[0]?.pointer ?? body.code, code, JSON.stringify(body))
    t.is((await all.db('dossiers')).length, 0)
  })

test('a result that may not travel by post is not promised to', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  await all.owner('procedures').where({ key: 'identity-district-03' }).update({ return_by_post: false })
  const { body } = await staff.clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  t.is(body.code, 'not_returned_by_post')
})

test('a role at one unit opens nothing at another', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  const driver = await all.person('driver', krongNo)
  await all.db('assignments').insert({
    id: crypto.randomUUID(),
    person_id: driver.id,
    role: 'clerk',
    unit_id: giaNghia,
    since: all.clock(),
  })
  t.is((await driver.get(`/dossiers/${reference}`)).status, 404)
  t.is((await driver.get(`/parcels/${parcel.code}`)).status, 200, 'a driver may look at the parcels of the office')
})
