import test from 'ava'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { krongNo, type Person, type Scenario, scenario } from '../support/scenario.ts'

/** What the giver signed, word for word. */
async function signedBy({ db }: Scenario, giver: Person, to: object, codes: string[]) {
  const { status, body } = await giver.post('/handovers', { to, codes })
  if (status !== 201) throw new Error(JSON.stringify(body))
  const sheet = await db('handover_sheets').where({ handover_id: body.id }).first('content')
  return JSON.parse(sheet?.content ?? '{}').lines as {
    procedure: string | null
    applicant: string | null
    dossier: string
  }[]
}

test('a sensitive procedure is not named on a sheet, another one is', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer } = await atKrongNo(all)
  const plain = await takenIn(all, { clerk, courier, officer })
  const procedure = await all
    .db('procedures')
    .join('procedure_fields', 'procedure_fields.id', 'procedures.field_id')
    .where({ is_sensitive: true, receive_by_post: true })
    .orderBy('key')
    .first('key')
  const hidden = (await clerk.post('/dossiers', await papers(all.db, String(procedure?.key)))).body
  t.truthy(hidden.parcel, JSON.stringify(hidden))
  const lines = await signedBy(all, clerk, { person: courier.id }, [plain.parcel.code, hidden.parcel.code])
  t.deepEqual(
    lines.map(({ dossier, procedure }) => [dossier, procedure !== null]),
    [
      [plain.reference, true],
      [hidden.reference, false],
    ],
  )
})

test('a driver’s sheet has codes and no names', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  const driver = await all.person('driver', krongNo)
  const [line] = await signedBy(all, staff.clerk, { person: driver.id }, [parcel.code])
  t.is(line?.applicant, null)
  const other = await takenIn(all, staff)
  const [named] = await signedBy(all, staff.clerk, { person: staff.courier.id }, [other.parcel.code])
  t.is(named?.applicant, 'Nguyễn Thị Hoa')
})
