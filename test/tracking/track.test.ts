import test from 'ava'
import { hoa, papers } from '../support/papers.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'

async function taken(all: Scenario, change = {}) {
  const clerk = await all.person('clerk', krongNo)
  return (await clerk.post('/dossiers', await papers(all.db, 'identity-district-03', change))).body
}

test('a lookup code is read however it is written, and misread letters are forgiven', async t => {
  const all = await scenario(t)
  const { lookup_code } = await taken(all)
  const misread = lookup_code.replace(/8/g, 'B').replace(/5/g, 'S').replace(/2/g, 'Z').replace(/6/g, 'G').toLowerCase()
  for (const written of [lookup_code, lookup_code.replaceAll('-', ''), ` ${misread} `])
    t.is((await all.anyone.post('/track', { code: written })).status, 200, written)
})

test('an item code or a reference alone tells only a coarse stage', async t => {
  const all = await scenario(t)
  const { reference, parcel } = await taken(all)
  for (const code of [reference, parcel.code, parcel.code.toLowerCase()])
    t.deepEqual((await all.anyone.post('/track', { code })).body, { stage: 'at_post' })
  const withTail = await all.anyone.post('/track', { code: reference, phone_tail: '5678' })
  t.is(withTail.body.timeline.length, 1)
})

test('wrong, unknown, revoked and half-right codes answer one and the same', async t => {
  const all = await scenario(t)
  const { reference, lookup_code } = await taken(all)
  await all.db('lookup_codes').update({ revoked_at: all.clock() })
  const questions = [
    { code: lookup_code },
    { code: 'AAAA' },
    { code: '2222-2222-2222' },
    { code: 'BT6421002611239999' },
    { code: 'PA000000014VN' },
    { code: reference, phone_tail: '0000' },
  ]
  const answers = []
  for (const question of questions) {
    const { status, body } = await all.anyone.post('/track', question)
    answers.push(JSON.stringify({ status, body }))
  }
  t.is(new Set(answers).size, 1)
  t.true(answers[0]?.startsWith('{"status":404'))
})

test('guessing is stopped, a village behind one address is not', async t => {
  const all = await scenario(t)
  const { lookup_code } = await taken(all)
  for (let i = 0; i < 30; i++) t.is((await all.anyone.post('/track', { code: lookup_code })).status, 200)
  const misses = []
  for (let i = 0; i < 13; i++) misses.push((await all.anyone.post('/track', { code: `2222-2222-${2222 + i}` })).status)
  t.deepEqual(misses.slice(0, 10), Array(10).fill(404))
  t.is(misses[12], 429)
})

test('who guessed too often learns nothing from a right code', async t => {
  const all = await scenario(t)
  const { lookup_code } = await taken(all)
  for (let i = 0; i < 11; i++) await all.anyone.post('/track', { code: `2222-2222-${2222 + i}` })
  const { status, headers } = await all.anyone.post('/track', { code: lookup_code })
  t.is(status, 429)
  const seconds = Number(headers.get('retry-after'))
  t.true(seconds >= 1 && seconds <= 60, `after ${seconds} s`)
})

test('who is blocked for guessing closes nobody’s number', async t => {
  const all = await scenario(t)
  const of = (phone: string) => taken(all, { applicant: { ...hoa, phone } })
  const [one, two, three] = [await of('0912345678'), await of('0987655678'), await of('0905115678')]
  for (const { reference } of [one, two, three])
    for (let i = 0; i < 9; i++) await all.anyone.post('/track', { code: reference, phone_tail: `000${i}` })
  // What is kept of this address is gone: the next question is as from another.
  await all.db('rate_limits').where('key', 'like', 'track-address%').delete()
  const ask = async (code: string) => (await all.anyone.post('/track', { code, phone_tail: '5678' })).status
  t.deepEqual([await ask(one.reference), await ask(two.reference), await ask(three.reference)], [429, 200, 200])
  t.is((await all.anyone.post('/track', { code: one.reference })).status, 200, 'its stage is no secret')
})

test('five wrong phone tails close a dossier for an hour, by whichever of its numbers', async t => {
  const all = await scenario(t)
  const { reference, parcel } = await taken(all)
  const answers = []
  for (let i = 0; i < 7; i++)
    answers.push((await all.anyone.post('/track', { code: reference, phone_tail: `000${i}` })).status)
  t.is(answers[6], 429)
  await all.db('rate_limits').where('key', 'like', 'track-address%').delete()
  t.is((await all.anyone.post('/track', { code: parcel.code, phone_tail: '5678' })).status, 429)
  const wide = reference.replace(/\d/g, (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  t.is((await all.anyone.post('/track', { code: wide, phone_tail: '5678' })).status, 429, 'however it is spelled')
})

test('a sensitive procedure is not named', async t => {
  const all = await scenario(t)
  const open = await taken(all)
  t.truthy((await all.anyone.post('/track', { code: open.lookup_code })).body.procedure)
  const clerk = await all.person('clerk', '640000')
  const weapons = await clerk.post('/dossiers', await papers(all.db, 'weapons-province-07'))
  const { body } = await all.anyone.post('/track', { code: weapons.body.lookup_code })
  t.is(body.procedure, null)
  t.false(JSON.stringify(body).includes('tiền chất'))
})

test('many guesses of the phone number at one moment: the right one among them comes too late', async t => {
  const all = await scenario(t, { max: 20 })
  const { reference } = await taken(all)
  const tails = Array.from({ length: 30 }, (_, i) => (i === 12 ? '5678' : String(1000 + i)))
  const answers = await Promise.all(tails.map(phone_tail => all.anyone.post('/track', { code: reference, phone_tail })))
  t.deepEqual(
    answers.map(({ status }) => status).filter(status => status !== 429 && status !== 404),
    [],
  )
})

test('the right phone number costs nobody a guess', async t => {
  const all = await scenario(t)
  const { reference } = await taken(all)
  for (let i = 0; i < 8; i++)
    t.is((await all.anyone.post('/track', { code: reference, phone_tail: '5678' })).status, 200)
})

test('who guesses at the number on an envelope closes its phone for all dossiers, and no lookup code', async t => {
  const all = await scenario(t)
  const [one, two] = [await taken(all), await taken(all)]
  for (let i = 0; i < 7; i++) await all.anyone.post('/track', { code: one.reference, phone_tail: `000${i}` })
  await all.db('rate_limits').where('key', 'like', 'track-address%').delete()
  const ask = async (code: string) => (await all.anyone.post('/track', { code, phone_tail: '5678' })).status
  t.deepEqual([await ask(two.reference), await ask(one.lookup_code)], [429, 200])
})
