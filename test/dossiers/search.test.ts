import test from 'ava'
import { maskSearch } from '../../src/kit/text.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { giaNghia, krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

const noted = ({ db }: Scenario) =>
  db('audit_log').whereLike('action', 'search %').orderBy('id').select('person_id', 'action', 'subject', 'detail')

test('a search among dossiers is noted: who, of which unit, how many were shown', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  await takenIn(all, staff)
  const supervisor = await all.person('supervisor', giaNghia)
  t.is((await staff.clerk.get('/dossiers?q=nguyen+thi+hoa')).body.items.length, 1)
  t.is((await (await deskOf(all, supervisor)).get('/staff/dossiers?q=Tr%E1%BA%A7n+Lan')).status, 200)
  t.deepEqual(await noted(all), [
    {
      person_id: staff.clerk.id,
      action: 'search dossiers',
      subject: 'n** t** hoa',
      detail: { units: [krongNo], found: 1 },
    },
    {
      person_id: supervisor.id,
      action: 'search dossiers',
      subject: 'T** Lan',
      detail: { units: [giaNghia], found: 0 },
    },
  ])
})

test('looking through the list is no search', async t => {
  const all = await scenario(t)
  const { clerk } = await atKrongNo(all)
  await clerk.get('/dossiers')
  await clerk.get('/dossiers?q=%20&status=accepted')
  await (await deskOf(all, clerk)).get('/staff/dossiers?q=+')
  t.deepEqual(await noted(all), [])
})

test('a search among the accounts of staff is noted', async t => {
  const all = await scenario(t)
  const admin = await all.person('admin', null)
  const desk = await deskOf(all, admin)
  await desk.get('/staff/admin')
  await desk.get('/staff/admin?q=admin')
  t.deepEqual(await noted(all), [
    { person_id: admin.id, action: 'search people', subject: 'admin', detail: { units: [], found: 1 } },
  ])
})

test('what is not let in is no search either', async t => {
  const all = await scenario(t)
  const courier = await all.person('courier', krongNo)
  t.is((await courier.get('/dossiers?q=hoa')).status, 403)
  t.deepEqual(await noted(all), [])
})

for (const [written, kept] of [
  ['Hoa', 'Hoa'],
  ['Nguyễn Thị Hoa', 'N** T** Hoa'],
  ['067190001234', '*********234'],
  ['067 190 001 234', '*** *** *** 234'],
  ['067.190.001.234', '***.***.***.234'],
  ['B1234567', 'B****567'],
  ['Hoa 0912345678', 'H** *******678'],
  ['BT6421002611230001', 'BT*************001'],
  ['０６７１９０００１２３４', '*********２３４'],
] as const) {
  test(`of a search for “${written}” the log keeps “${kept}”`, t => t.is(maskSearch(written), kept))
}
