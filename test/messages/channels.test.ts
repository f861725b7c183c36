import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { leaseMessages } from '../../src/messages/lease-messages.ts'
import { writeMessages } from '../../src/messages/write-messages.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { inShort, minutes, tick } from '../support/outbox.ts'
import { hoa, papers } from '../support/papers.ts'
import { type Doing, httpProvider, mailServer, wordsOf } from '../support/providers.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

type T = Parameters<typeof httpProvider>[0]

/** Somebody whose dossier the police accepted, and who chose `notify`; their message is due. */
async function accepted(all: Scenario, notify: string, change = {}) {
  const staff = await atKrongNo(all)
  const { officer } = staff
  const { reference, parcel } = await takenIn(all, staff, { notify, ...change })
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, officer, 'lodge', parcel.code)
  await officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
  all.clock.move(2 * minute)
  return { ...staff, reference }
}

async function smsGateway(all: Scenario, t: T, next?: (n: number) => Doing) {
  const sms = await httpProvider(t, next && ((_, n) => next(n)))
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  return sms
}

async function zaloService(all: Scenario, t: T, body: unknown, status = 200) {
  const zalo = await httpProvider(t, () => ({ status, body }))
  all.house.providers = { ...all.house.providers, zaloUrl: zalo.url, zaloToken: 'token' }
  await all.owner('zalo_templates').where({ kind: 'accepted' }).update({ template_id: '204213' })
  return zalo
}

test('a gateway that fails is asked again, later each time, always under one key', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t, n => (n < 4 ? { status: 503 } : {}))
  await accepted(all, 'sms')
  const tries: number[] = []
  for (let i = 0; i < 12; i++) {
    const before = sms.asked.length
    await tick(all)
    if (sms.asked.length > before) tries.push(i)
    all.clock.move(minute)
  }
  t.is(tries.length, 4)
  t.deepEqual(
    tries
      .map((at, i) => at - (tries[i - 1] ?? 0))
      .slice(1)
      .map((gap, i) => gap >= 2 ** i),
    [true, true, true],
    'after 1, 2, 4 minutes',
  )
  t.is(new Set(sms.asked.map(({ key }) => key)).size, 1)
  t.is(sms.effects.size, 1)
  t.is((await inShort(all)).at(-1), 'accepted sms sent')
})

test('an answer that got lost does not make a second message: the provider sees one key', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t, n => (n === 1 ? { took: true, breaks: true } : {}))
  await accepted(all, 'sms')
  await minutes(all, 4)
  t.is(sms.asked.length, 2)
  t.is(sms.effects.size, 1)
})

test('a gateway that hangs is left after its time and asked again', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t, n => (n === 1 ? { hangs: true } : {}))
  all.house.providers.patience = 400
  await accepted(all, 'sms')
  await tick(all)
  t.like(await all.db('messages').where({ kind: 'accepted' }).first(), {
    state: 'waiting',
    trouble: 'timeout',
    attempts: 1,
  })
  await minutes(all, 3)
  t.is(sms.effects.size, 1)
})

test('a gateway that limits us is left alone for as long as it asks, and it costs no try', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t, n => (n === 1 ? { status: 429, headers: { 'retry-after': '600' } } : {}))
  const staff = await accepted(all, 'sms')
  await takenIn(all, staff, { applicant: { ...hoa, phone: '0912000001' } })
  await tick(all)
  await minutes(all, 4)
  t.true(sms.asked.length <= 2, 'others are sent with care too')
  t.like(await all.db('messages').where({ kind: 'accepted' }).first(), { state: 'waiting', attempts: 0 })
  await minutes(all, 8)
  t.is(sms.effects.size, 2)
})

test('a number that cannot be is not asked again: somebody has to call', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t, () => ({ status: 422 }))
  await accepted(all, 'sms')
  await minutes(all, 3)
  t.is(sms.asked.length, 1)
  t.deepEqual((await inShort(all)).slice(-2), ['accepted sms failed', 'accepted call waiting'])
  const [failed, call] = await all.db('messages').where({ kind: 'accepted' }).orderBy('id')
  t.is(call?.instead_of, failed?.id, 'and names what it replaces')
})

test('a gateway that never comes back is given up after six tries', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t, () => ({ status: 500 }))
  await accepted(all, 'sms')
  for (let i = 0; i < 8; i++) {
    await tick(all)
    all.clock.move(hour)
  }
  t.is(sms.asked.length, 6)
  t.deepEqual((await inShort(all)).slice(-2), ['accepted sms failed', 'accepted call waiting'])
})

test('Zalo gets a template and parameters within its limits', async t => {
  const all = await scenario(t)
  const zalo = await zaloService(all, t, { error: 0, data: { msg_id: 'x' } })
  const name = 'Nguyễn Thị Hoàng Ngân Hà Phương Thảo Nguyên'
  const { reference } = await accepted(all, 'zalo', { applicant: { ...hoa, name } })
  await tick(all)
  const { body, headers, key } = zalo.asked[0] ?? (t.fail() as never)
  t.deepEqual(body, {
    phone: '84912345678',
    template_id: '204213',
    template_data: {
      name: 'Nguyễn Thị Hoàng Ngân Hà',
      phone: '02613849053',
      code: reference,
      status: 'Công an đã tiếp nhận hồ sơ',
    },
    tracking_id: key,
  })
  t.is(headers['access_token'], 'token')
  t.notRegex(String((await all.db('messages').where({ kind: 'accepted' }).first('said'))?.said), /Nguyễn/)
})

test('who has no Zalo gets an SMS; where the SMS fails too, a call', async t => {
  const all = await scenario(t)
  await zaloService(all, t, { error: -118, message: 'Zalo account not existed' })
  const sms = await smsGateway(all, t, () => ({ status: 400 }))
  await accepted(all, 'zalo')
  await tick(all)
  t.is(sms.asked.length, 1, 'in the same tick')
  t.deepEqual((await inShort(all)).slice(-3), ['accepted zalo failed', 'accepted sms failed', 'accepted call waiting'])
})

test('when what Zalo takes in a day is used up people hear by SMS; what it takes in a minute is waited for', async t => {
  for (const [error, end] of [
    [-144, 'accepted sms sent'],
    [-32, 'accepted zalo waiting'],
  ] as const) {
    const all = await scenario(t)
    await zaloService(all, t, { error })
    await smsGateway(all, t)
    await accepted(all, 'zalo')
    await tick(all)
    t.is((await inShort(all)).at(-1), end)
  }
})

test('a kind without a template of Zalo falls through to SMS', async t => {
  const all = await scenario(t)
  const zalo = await zaloService(all, t, { error: 0 })
  const sms = await smsGateway(all, t)
  await all.owner('zalo_templates').update({ template_id: null })
  await accepted(all, 'zalo')
  await tick(all)
  t.is(zalo.asked.length, 0)
  t.is(sms.asked.length, 1)
})

test('without any machine only what is worth a call is on the clerk’s list', async t => {
  const all = await scenario(t)
  await accepted(all, 'sms')
  await tick(all)
  t.deepEqual(await inShort(all), ['received sms skipped', 'accepted call waiting'])
})

const withMailbox = { applicant: { ...hoa, email: 'hoa@example.vn' } }

test('an e-mail goes out over SMTP under the id of its row, and stops with one click', async t => {
  const all = await scenario(t)
  const mail = await mailServer(t)
  all.house.providers = { ...all.house.providers, smtpUrl: mail.url }
  const { reference } = await accepted(all, 'email', withMailbox)
  await tick(all)
  const [sent] = mail.mails
  const id = (await all.db('messages').where({ state: 'sent' }).first('id'))?.id
  t.deepEqual(sent?.to, ['hoa@example.vn'])
  t.regex(sent?.raw ?? '', new RegExp(`Message-ID: <${id}@buutram.example>`, 'i'))
  t.regex(sent?.raw ?? '', /List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
  const words = wordsOf(sent ?? (t.fail() as never))
  t.regex(words, /Ngày hẹn trả kết quả: 27\/11\/2026/)
  t.regex(words, /<html lang="vi">/)
  t.regex(words, new RegExp(reference.match(/.{1,4}/g)?.join(' ') ?? ''))
  t.notRegex(words, /Hoa|căn cước/)
})

test('a mailbox that does not exist is followed by an SMS at once, one that is full is tried again', async t => {
  const all = await scenario(t)
  const codes: Record<string, number> = { 'hoa@example.vn': 550, 'full@example.vn': 452 }
  const mail = await mailServer(t, to => codes[to] ?? null)
  const sms = await smsGateway(all, t)
  all.house.providers = { ...all.house.providers, smtpUrl: mail.url }
  const staff = await accepted(all, 'email', withMailbox)
  await takenIn(all, staff, { notify: 'email', applicant: { ...hoa, phone: '0912000001', email: 'full@example.vn' } })
  await minutes(all, 2)
  t.deepEqual(
    sms.asked.map(({ body }) => body.to),
    ['+84912345678'],
  )
  t.like(await all.db('messages').where({ state: 'waiting' }).first(), { channel: 'email', trouble: 'smtp 452' })
})

test('a mail server that is away is tried again', async t => {
  const all = await scenario(t)
  all.house.providers = { ...all.house.providers, smtpUrl: 'smtp://127.0.0.1:9' }
  await accepted(all, 'email', withMailbox)
  await tick(all)
  t.like(await all.db('messages').where({ kind: 'accepted' }).first(), {
    state: 'waiting',
    channel: 'email',
    trouble: 'network',
    attempts: 1,
  })
})

test('e-mail is chosen with a mailbox, or not at all', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', '642100')
  const intake = (email?: string) =>
    papers(all.db, 'identity-district-03', { notify: 'email', applicant: { ...hoa, ...(email && { email }) } })
  t.like((await clerk.post('/dossiers', await intake())).body, { errors: [{ pointer: '/applicant/email' }] })
  t.like((await clerk.post('/dossiers', await intake('hoa at home'))).body.errors[0], { pointer: '/applicant/email' })
  t.is((await clerk.post('/dossiers', await intake('hoa@example.vn'))).status, 201)
})

test('no log line and no trouble of a row holds a number or a text', async t => {
  const all = await scenario(t)
  await smsGateway(all, t, () => ({ status: 400, body: { message: 'bad number +84912345678' } }))
  await accepted(all, 'sms')
  await minutes(all, 2)
  const troubles = await all.db('messages').whereNotNull('trouble').pluck('trouble')
  t.deepEqual(troubles, ['http 400'])
})

test('what its worker dies of each time ends at last, and one that died now and then costs no try', async t => {
  const all = await scenario(t)
  const sms = await smsGateway(all, t)
  await accepted(all, 'sms')
  await writeMessages(all.db, all.clock(), all.house)
  const workerDies = async () => {
    await leaseMessages(all.db, { now: all.clock(), isQuiet: false, resting: [] })
    all.clock.move(4 * minute)
  }
  for (let i = 0; i < 30; i++) await workerDies()
  t.like(await all.db('messages').where({ kind: 'accepted' }).first(), { state: 'waiting', attempts: 0, leases: 30 })
  await tick(all)
  t.is(sms.asked.length, 0)
  t.deepEqual((await inShort(all)).slice(-2), ['accepted sms failed', 'accepted call waiting'])
})
