import test from 'ava'
import { atKrongNo, onItsWayHome } from '../support/at-krong-no.ts'
import { giaNghia, scenario } from '../support/scenario.ts'

type Answer = { status: number; body: string; length: string | null }

const asForm = (code: string, more = {}) => ({ method: 'POST', body: new URLSearchParams({ code, ...more }) })

async function answer(url: string, init?: RequestInit): Promise<Answer> {
  const reply = await fetch(url, init)
  return { status: reply.status, body: await reply.text(), length: reply.headers.get('content-length') }
}

test('wrong, foreign, revoked and made-up codes get the same bytes', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, lookup_code, home } = await onItsWayHome(all, staff)
  await staff.clerk.post(`/dossiers/${reference}/lookup-code`, { paper_seen: 'Căn cước …234' })
  await all.person('clerk', giaNghia)
  const answers = [
    await answer(`${all.url}/`, asForm(lookup_code)),
    await answer(`${all.url}/`, asForm('7K3M-9QXT-2VHC')),
    await answer(`${all.url}/`, asForm('BT6421002611230099')),
    await answer(`${all.url}/`, asForm(home, { phone_tail: '0000' })),
    await answer(`${all.url}/`, asForm('"><script>')),
    await answer(`${all.url}/tra-cuu/${lookup_code}`),
  ]
  const [first] = answers
  t.is(first?.status, 404)
  t.regex(String(first?.body), /Không tìm thấy mã này/)
  for (const one of answers) t.deepEqual(one, first)
})

test('who guesses codes has to wait, and is told so in their language', async t => {
  const { url } = await scenario(t)
  const guesses = []
  for (let i = 0; i < 12; i++) guesses.push(await answer(`${url}/en`, asForm(`7K3M9QXT2VH${'CFHJKMNPQRTV'[i]}`)))
  t.deepEqual([guesses[0]?.status, guesses.at(-1)?.status], [404, 429])
  t.regex(String(guesses.at(-1)?.body), /Please wait a moment/)
})
