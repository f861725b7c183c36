import { createHash, randomUUID } from 'node:crypto'
import test from 'ava'
import { hoa, papers } from '../support/papers.ts'
import { giaNghia, krongNo, pc06, policeKrongNo, scan, scenario } from '../support/scenario.ts'

const procedure = 'identity-district-03'
const pointers = (body: { errors?: { pointer: string }[] }) => (body.errors ?? []).map(({ pointer }) => pointer)

test('200 intakes at once get 200 references without a gap and 200 item codes', async t => {
  const all = await scenario(t, { max: 20 })
  const clerk = await all.person('clerk', krongNo)
  const intake = await papers(all.db, procedure)
  const answers = await Promise.all(Array.from({ length: 200 }, () => clerk.post('/dossiers', intake)))
  t.deepEqual([...new Set(answers.map(({ status }) => status))], [201])
  const sequences = answers.map(({ body }) => Number(body.reference.slice(-4))).sort((a, b) => a - b)
  t.deepEqual(
    sequences,
    Array.from({ length: 200 }, (_, i) => i + 1),
  )
  t.is(new Set(answers.map(({ body }) => body.parcel.code)).size, 200)
  t.is(new Set(answers.map(({ body }) => body.lookup_code)).size, 200)
})

test('a refused intake leaves no gap in the references', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const intake = await papers(all.db, procedure)
  const first = await clerk.post('/dossiers', intake)
  t.is((await clerk.post('/dossiers', { ...intake, item_code: first.body.parcel.code })).body.code, 'item_code_in_use')
  t.is((await clerk.post('/dossiers', intake)).body.reference.slice(-4), '0002')
})

test('a repeated request gets the stored answer; its key with another body is refused', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const intake = await papers(all.db, procedure)
  const id = randomUUID()
  const key = { 'Idempotency-Key': `"${id}"` }
  const five = await Promise.all(Array.from({ length: 5 }, () => clerk.post('/dossiers', intake, key)))
  const done = five.filter(({ status }) => status === 201)
  t.true(done.length >= 1 && five.every(({ status }) => status === 201 || status === 409))
  const again = await clerk.post('/dossiers', intake, key)
  t.deepEqual(again.body, done[0]?.body)
  const inCapitals = await clerk.post('/dossiers', intake, { 'Idempotency-Key': `"${id.toUpperCase()}"` })
  t.deepEqual(inCapitals.body, done[0]?.body)
  t.is((await all.db('dossiers')).length, 1)
  const other = await clerk.post('/dossiers', { ...intake, notify: 'call' }, key)
  t.is(other.status, 422)
  t.is(other.body.code, 'key_reused')
  t.is((await clerk.post('/dossiers', intake, { 'Idempotency-Key': 'x' })).status, 400)
})

test('an exhausted range is refused in words, and a printed label still works', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', giaNghia)
  await all.db('item_code_ranges').where({ office_id: giaNghia }).update({ next_serial: 100_000 })
  const intake = await papers(all.db, 'identity-province-03')
  const refused = await clerk.post('/dossiers', intake)
  t.is(refused.status, 409)
  t.is(refused.body.code, 'range_exhausted')
  t.regex(refused.body.detail, /640000 đã hết dải mã/)
  const printed = await clerk.post('/dossiers', { ...intake, item_code: 'eh 123 456 785 vn' })
  t.is(printed.body.parcel.code, 'EH123456785VN')
})

test('a procedure that may not be received by post says where it is filed', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const { status, body } = await clerk.post('/dossiers', await papers(all.db, 'residence-commune-01'))
  t.is(status, 409)
  t.is(body.code, 'not_received_by_post')
  t.regex(body.detail, /trực tiếp hoặc trực tuyến.*có thể trả kết quả/)
})

test('missing papers are named, every one', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', giaNghia)
  const { status, body } = await clerk.post('/dossiers', await papers(all.db, 'seals-province-02', { documents: [] }))
  t.is(status, 422)
  t.is(body.code, 'documents_missing')
  t.is(body.errors.length, 3)
  t.regex(body.errors[0].detail, /^Còn thiếu: Văn bản đề nghị nêu lý do/)
})

const wrong: { what: string; change: Record<string, unknown>; pointer: string; words: RegExp }[] = [
  {
    what: 'a phone number that cannot be',
    change: { phone: '0123' },
    pointer: '/applicant/phone',
    words: /không thể có/,
  },
  {
    what: 'an identity number that cannot be',
    change: { id_number: '999190001234' },
    pointer: '/applicant/id_number',
    words: /12 chữ số/,
  },
  {
    what: 'a name with control characters',
    change: { name: 'Nguyễn\u0007 Hoa' },
    pointer: '/applicant/name',
    words: /ký tự ẩn/,
  },
  {
    what: 'a name that turns the reading direction',
    change: { name: 'Hoa \u202Egnop' },
    pointer: '/applicant/name',
    words: /ký tự ẩn/,
  },
  {
    what: 'a name that is blank to the eye',
    change: { name: '\u3164\u2800' },
    pointer: '/applicant/name',
    words: /ký tự ẩn/,
  },
  { what: 'an empty name', change: { name: '   ' }, pointer: '/applicant/name', words: /điền/ },
  {
    what: 'an address outside the province',
    change: { address: { line: '1 Tràng Tiền', unit_code: '00070' } },
    pointer: '/applicant/address/unit_code',
    words: /không thuộc tỉnh Đắk Nông/,
  },
  {
    what: 'an organisation without tax code',
    change: { kind: 'organisation', id_kind: undefined, id_number: undefined },
    pointer: '/applicant/tax_code',
    words: /mã số thuế/,
  },
]

for (const { what, change, pointer, words } of wrong) {
  test(`${what} gets a clear answer, and nothing is stored`, async t => {
    const all = await scenario(t)
    const clerk = await all.person('clerk', krongNo)
    const { status, body } = await clerk.post(
      '/dossiers',
      await papers(all.db, procedure, { applicant: { ...hoa, ...change } }),
    )
    t.is(status, 422, JSON.stringify(body))
    const error = body.errors.find((one: { pointer: string }) => one.pointer === pointer)
    t.regex(error?.detail ?? JSON.stringify(body.errors), words)
    t.is((await all.db('dossiers')).length + (await all.db('parcels')).length, 0)
  })
}

test('all wrong members are named at once, unknown ones too', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.post(
    '/dossiers',
    await papers(all.db, procedure, { service: 'fly', applicant: { ...hoa, phone: '1' }, color: 'red' }),
  )
  t.deepEqual(pointers(body).sort(), ['/applicant/phone', '/color', '/service'])
})

test('malformed and oversize JSON get an answer that says so', async t => {
  const { anyone, url } = await scenario(t)
  t.is((await anyone.post('/track', '{"code":')).status, 400)
  t.is((await anyone.post('/track', JSON.stringify({ code: 'x'.repeat(1_100_000) }))).status, 413)
  t.is((await anyone.post('/track', '"just text"')).status, 400)
  const plain = await fetch(`${url}/api/v1/track`, {
    method: 'POST',
    body: 'hello',
    headers: { 'Content-Type': 'text/plain' },
  })
  t.is(plain.status, 422)
  t.regex(plain.headers.get('content-type') ?? '', /problem\+json/)
})

test('names keep the letters of the highlands, composed', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  for (const name of ['Y Bhĭm Niê', "H'Hen Niê", "K'Tiêng", 'ƀăng Đắk'.normalize('NFD')]) {
    const { body } = await clerk.post('/dossiers', await papers(all.db, procedure, { applicant: { ...hoa, name } }))
    const seen = await clerk.get(`/dossiers/${body.reference}`)
    t.is(seen.body.parties[0].name, name.normalize('NFC'))
  }
  const found = await clerk.get('/dossiers?q=bang%20dak')
  t.is(found.body.items.length, 1)
})

test('decisions that contradict the state are refused with the state in words', async t => {
  const all = await scenario(t)
  const [clerk, officer, other] = [
    await all.person('clerk', krongNo),
    await all.person('officer', policeKrongNo),
    await all.person('officer', pc06),
  ]
  const { body } = await clerk.post('/dossiers', await papers(all.db, procedure))
  const at = `/dossiers/${body.reference}`
  t.is((await officer.post(`${at}/result`, { kind: 'granted' })).body.code, 'wrong_state')
  t.is((await other.post(`${at}/acceptance`)).status, 404, 'another desk knows nothing of it')
  t.is((await clerk.post(`${at}/acceptance`)).status, 403)
  all.clock.move(60_000)
  await officer.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('lodge', body.parcel.code, all.clock())],
  })
  t.is((await officer.post(`${at}/acceptance`, { due: '2020-01-01' })).body.errors[0].pointer, '/due')
  t.is((await officer.post(`${at}/acceptance`, { official_code: 'nonsense' })).body.errors[0].pointer, '/official_code')
  const [one, two] = await Promise.all([
    officer.post(`${at}/acceptance`),
    officer.post(`${at}/refusal`, { reason: 'thiếu' }),
  ])
  t.deepEqual([one.status, two.status].sort(), [200, 409], 'two decisions at once: one holds')
})

test('a lost slip gets a new code and the old one opens nothing', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.post('/dossiers', await papers(all.db, procedure))
  const renewed = await clerk.post(`/dossiers/${body.reference}/lookup-code`, { paper_seen: 'Căn cước …234' })
  t.is((await all.anyone.post('/track', { code: body.lookup_code })).status, 404)
  t.is((await all.anyone.post('/track', { code: renewed.body.lookup_code })).status, 200)
  t.is((await all.db('audit_log').where({ action: 'reissue lookup code' })).length, 1)
})

test('neither the lookup code nor an identity number stands readable in the database', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.post('/dossiers', await papers(all.db, procedure))
  const { rows } = await all.db.raw(
    `select query_to_xml('select * from lookup_codes', true, false, '')::text || query_to_xml('select * from parties', true, false, '')::text || query_to_xml('select * from idempotent_answers', true, false, '')::text as everything`,
  )
  t.false(rows[0].everything.includes(body.lookup_code.replaceAll('-', '')))
  t.false(rows[0].everything.includes(hoa.id_number))
})

test('what was sent is not kept as a hash that anybody could compare with guesses', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const sent = JSON.stringify(await papers(all.db, procedure))
  t.is((await clerk.post('/dossiers', sent)).status, 201)
  const guess = createHash('sha256').update(sent).digest('hex')
  t.deepEqual(await all.db('idempotent_answers').where({ fingerprint: guess }), [])
  t.is((await all.db('idempotent_answers')).length, 1)
})

test('a code used on a foreign label is passed over when its range is granted later', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', '641090')
  const intake = await papers(all.db, 'identity-province-03')
  t.is((await clerk.post('/dossiers', { ...intake, item_code: 'PC000000014VN' })).status, 201)
  await all.db('item_code_ranges').insert({
    office_id: '641090',
    prefix: 'PC',
    country: 'VN',
    first_serial: 1,
    last_serial: 9,
    next_serial: 1,
    granted_by: 'test',
    granted_at: all.clock(),
  })
  t.is((await clerk.post('/dossiers', intake)).body.parcel.code, 'PC000000028VN')
})

test('the same printed label or official code at once goes to one dossier; the others are told', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const intake = await papers(all.db, procedure, {
    item_code: 'EH123456785VN',
    official_code: 'G01.885.664-261120-0009',
  })
  const answers = await Promise.all(Array.from({ length: 4 }, () => clerk.post('/dossiers', intake)))
  t.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409])
})

test('what lies with the police is not withdrawn at a counter, what never reached them is not refused', async t => {
  const all = await scenario(t)
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const { body } = await clerk.post('/dossiers', await papers(all.db, procedure))
  t.is((await officer.post(`/dossiers/${body.reference}/refusal`, { reason: 'thiếu' })).body.code, 'not_at_desk')
  all.clock.move(60_000)
  await officer.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('lodge', body.parcel.code, all.clock())],
  })
  t.is((await clerk.post(`/dossiers/${body.reference}/withdrawal`, { reason: 'đổi ý' })).body.code, 'at_the_desk')
})

test('text that no database can keep is refused in words, wherever it stands', async t => {
  const { anyone, url } = await scenario(t)
  t.is((await anyone.post('/track', { code: 'A\u0000' })).status, 400)
  t.is((await anyone.get('/procedures?field=%00')).status, 400)
  t.is((await anyone.post('/sessions', { username: 'x\u0000', password: 'y' })).status, 400)
  t.is((await fetch(`${url}/`, { method: 'POST', body: new URLSearchParams({ code: '\0' }) })).status, 400)
  t.is(
    (
      await fetch(`${url}/staff/sign-in`, {
        method: 'POST',
        headers: { Origin: 'https://evil.example' },
        body: new URLSearchParams({ username: 'x', password: 'y' }),
      })
    ).status,
    403,
  )
})
