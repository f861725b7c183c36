import test from 'ava'
import { makeDemoPeople } from '../../db/demo-people.ts'
import { hour } from '../../src/kit/time.ts'
import { type Answer, client } from '../support/client.ts'
import { hoa } from '../support/papers.ts'
import { assertPrinted } from '../support/printed.ts'
import { scenario } from '../support/scenario.ts'

const password = 'chín con trâu trắng'
const key = '"5f0c4b1e-7a52-4d7e-9c35-0d2f6a1b8e90"'
const scanId = '0193557e-8a00-7000-8000-000000000001'

type Call = { says: string; path: string; token?: string; key?: string; body?: object }
/** What of an answer the example shows. */
type Shown = (body: Answer['body']) => object

test('a program signs in, finds a procedure, takes a dossier in, scans it and follows it, as README.md says', async t => {
  const all = await scenario(t)
  await makeDemoPeople(all.db, password, all.clock())
  const examples: string[] = []

  const performed = async (call: Call, shown: Shown) => {
    const { says, path, token = null, key, body } = call
    const caller = client(all.url, token)
    const answer = await (body ? caller.post(path, body, key ? { 'Idempotency-Key': key } : {}) : caller.get(path))
    t.true(answer.status < 300, `${says}: ${JSON.stringify(answer.body)}`)
    examples.push([`# ${says}`, curl(call), JSON.stringify(shown(answer.body))].join('\n'))
    return answer.body
  }

  const { token } = await performed(
    { says: 'sign in', path: '/sessions', body: { username: 'clerk2', password } },
    ({ token, expires_at }) => ({ token, expires_at }),
  )
  const { items } = await performed(
    { says: 'find a procedure, with or without accents', path: '/procedures?q=cap%20lai%20the%20can%20cuoc' },
    ({ items: [{ id, name, fees, unverified }] }) => ({ items: [{ id, name, fees, unverified }] }),
  )
  const intake = {
    procedure: items[0].id,
    service: 'both',
    applicant: hoa,
    documents: [{ name: 'Đơn đề nghị cấp lại', originals: 1 }],
    return_to: 'address',
  }
  const taken = await performed(
    { says: 'take a dossier in: the same key once more, the same answer', path: '/dossiers', token, key, body: intake },
    ({ reference, lookup_code, status, parcel, links }) => ({ reference, lookup_code, status, parcel, links }),
  )
  all.clock.move(hour)
  const at = all.clock().toISOString()
  const scans = [{ id: scanId, step: 'depart', code: taken.parcel.code, occurred_at: at }]
  await performed(
    { says: 'scan its parcel: the id is the caller’s own', path: '/scans', token, body: { sent_at: at, scans } },
    ({ verdicts: [{ verdict, parcel }] }) => ({ verdicts: [{ verdict, parcel }] }),
  )
  await performed(
    { says: 'follow it by the code on the slip', path: '/track', body: { code: taken.lookup_code } },
    ({ stage, applicant, timeline }) => ({ stage, applicant, timeline }),
  )

  const steady = examples
    .join('\n\n')
    .replaceAll(`Bearer ${token}`, 'Bearer $TOKEN')
    .replaceAll(token, '…')
    .replaceAll(password, '…')
    .replaceAll(taken.lookup_code, '7K3M-9QXT-2VHC')
  await assertPrinted(t, 'README.md', 'examples', `\`\`\`\n${steady}\n\`\`\``)
})

function curl({ path, token, key, body }: Call) {
  const headers = [
    ...(token ? [`-H "authorization: Bearer ${token}"`] : []),
    ...(key ? [`-H 'idempotency-key: ${key}'`] : []),
    ...(body ? [`-H 'content-type: application/json'`] : []),
  ]
  const sent = body ? ` \\\n  -d '${JSON.stringify(body)}'` : ''
  return `curl -s "$API${path}" ${headers.join(' ')}`.trim() + sent
}
