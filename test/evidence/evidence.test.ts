import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { logSigner } from '../../src/evidence/checkpoint.ts'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { isConsistent, isIncluded } from '../../src/evidence/merkle.ts'
import { cosignatureLine, readNote, readVkey, type Verifier, vkeyOf } from '../../src/evidence/note.ts'
import type { Bundle } from '../../src/evidence/schemas.ts'
import { verifyBundle } from '../../src/evidence/verify-bundle.ts'
import { minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { afterABusyDay, busyDay } from '../support/facts.ts'
import { krongNo, scenario } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

const witness = { name: 'police.example/witness', seed: Buffer.alloc(32, 9) }
const verifier = (vkey: string): Verifier => {
  const key = readVkey(vkey)
  if (!key) throw new Error(`${vkey} is no key`)
  return key
}

/** A parcel whose facts are in a checkpoint, but for the last, and a clerk who may see it. */
async function proven(t: ExecutionContext) {
  const all = await afterABusyDay(t)
  await issueCheckpoint(all.db, all.clock(), all.house)
  Object.assign(all.house.witnessKeys, [vkeyOf(witness, 4)])
  const clerk = await all.person('clerk', krongNo)
  const code = String(all.codes[3])
  const keys = [vkeyOf(logSigner(all.house), 1), vkeyOf(witness, 4)].map(verifier)
  const evidence = async () => (await clerk.get(`/parcels/${code}/evidence.json`)).body as Bundle
  return { ...all, clerk, code, keys, evidence }
}

/** The line of the witness for the newest checkpoint. */
async function cosigned({ anyone, clock }: Awaited<ReturnType<typeof proven>>, by = witness) {
  const { body } = await anyone.get('/log')
  const text = readNote(body.checkpoint.note)?.text ?? ''
  return { size: body.checkpoint.size, line: cosignatureLine(text, by, Math.floor(clock().getTime() / 1000)) }
}

test('the evidence of a parcel holds by itself, and says which facts are not yet proven', async t => {
  const all = await proven(t)
  await all.anyone.post('/log/cosignatures', await cosigned(all))
  const before = await all.evidence()
  t.deepEqual(verifyBundle(before, all.keys), {
    code: all.code,
    facts: before.facts.length,
    proven: before.facts.length,
    witnesses: [witness.name],
    faults: [],
  })
  t.true(before.log.checkpoint?.cosignatures[0]?.same_machine, 'this witness runs beside the log')
  await scanned(all, all.clerk, 'hold', all.code, { until: '2026-12-01' })
  const after = await all.evidence()
  t.deepEqual(after.not_yet_proven, [before.facts.length + 1])
  t.like(verifyBundle(after, all.keys), { proven: before.facts.length, faults: [] })
})

test('evidence before the first checkpoint is chained and proves nothing more', async t => {
  const all = await afterABusyDay(t)
  const { codes } = all
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.get(`/parcels/${codes[0]}/evidence.json`)
  t.like(verifyBundle(body, []), { proven: 0, witnesses: [], faults: [] })
})

type Bend = (bundle: Bundle, other: Bundle) => void
const first = ({ facts }: Bundle) => facts[0] ?? assertNever()
const assertNever = (): never => {
  throw new Error('evidence has facts and a checkpoint')
}
const head = ({ log }: Bundle) => log.checkpoint ?? assertNever()

const bends: Record<string, [RegExp, Bend]> = {
  'another time': [/fact 1 is not what was hashed/, it => (first(it).fact.occurred_at = '2026-01-01T00:00:00.000Z')],
  'another person': [/fact 1 is not what was hashed/, it => (first(it).fact.person = first(it).fact.id)],
  'a fact left out of the middle': [/fact 3 stands where fact 2 should/, it => it.facts.splice(1, 1)],
  'the first fact left out': [/fact 2 stands where fact 1 should/, it => it.facts.shift()],
  'two facts swapped': [/stands where/, it => it.facts.reverse()],
  'another place in the log': [
    /1 of its facts are not in the log/,
    it => Object.assign(first(it).inclusion ?? {}, { index: Number(first(it).inclusion?.index) + 1 }),
  ],
  'a proof with a hash dropped': [/1 of its facts are not in the log/, it => first(it).inclusion?.hashes.pop()],
  'another size of the log': [
    /not signed by a log whose key was given/,
    it => (head(it).note = head(it).note.replace(/\n\d+\n/, '\n3\n')),
  ],
  'no checkpoint': [/no checkpoint to prove its facts by/, it => (it.log.checkpoint = null)],
  'an unknown member': [/no evidence of a parcel/, it => Object.assign(it, { more: true })],
  'facts of two parcels': [/facts of several parcels/, (it, other) => it.facts.push(...other.facts)],
}

for (const [what, [found, bend]] of Object.entries(bends))
  test(`evidence with ${what} does not hold`, async t => {
    const all = await proven(t)
    const bundle = await all.evidence()
    const [other] = await all.db('parcels').whereNot({ code: all.code }).pluck('code')
    bend(bundle, (await all.clerk.get(`/parcels/${other}/evidence.json`)).body)
    t.true(
      verifyBundle(bundle, all.keys).faults.some(fault => found.test(fault)),
      JSON.stringify(verifyBundle(bundle, all.keys)),
    )
  })

test('evidence signed by another log, or believed by its own keys alone, does not hold', async t => {
  const all = await proven(t)
  const bundle = await all.evidence()
  const other = verifier(vkeyOf({ ...logSigner(all.house), seed: Buffer.alloc(32, 3) }, 1))
  for (const keys of [[], [other], [verifier(vkeyOf(witness, 4))]])
    t.true(verifyBundle(bundle, keys).faults.includes('its checkpoint is not signed by a log whose key was given'))
})

test('verify reads evidence from a file, with keys from a file and without a database', async t => {
  const all = await proven(t)
  const folder = await scratchFolder('evidence')
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const [file, keys] = [path.join(folder, 'evidence.json'), path.join(folder, 'keys')]
  const run = () =>
    new Promise<{ status: number; said: string }>(resolve =>
      execFile(process.execPath, ['dist/src/verify.js', file, '--keys', keys], { env: {} }, (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), said: stdout + stderr }),
      ),
    )
  const bundle = await all.evidence()
  await writeFile(keys, vkeyOf(logSigner(all.house), 1))
  await writeFile(file, JSON.stringify(bundle))
  const right = await run()
  t.regex(right.said, new RegExp(`^all right: parcel ${all.code}, \\d+ facts, \\d+ of them proven`))
  t.is(right.status, 0)
  await writeFile(file, JSON.stringify(bundle).replace('"hand_back"', '"load"'))
  const wrong = await run()
  t.regex(wrong.said, /^fact 1 is not what was hashed\n(.*\n)*\d+ FAULTS: parcel/)
  t.is(wrong.status, 1)
})

test('a stranger to the parcel gets no evidence of it', async t => {
  const all = await proven(t)
  const stranger = await all.person('clerk', '641090')
  t.is((await stranger.get(`/parcels/${all.code}/evidence.json`)).status, 404)
  t.is((await all.anyone.get(`/parcels/${all.code}/evidence.json`)).status, 401)
})

test('anybody can hold the log to what it said before', async t => {
  const all = await proven(t)
  const old = (await all.anyone.get('/log')).body.checkpoint
  const fact = await all.db('custody_events').first('hash')
  await busyDay(all)
  all.clock.move(minute)
  await issueCheckpoint(all.db, all.clock(), all.house)
  const now = (await all.anyone.get('/log')).body.checkpoint
  const headOf = ({ note, size }: { note: string; size: number }) => ({
    size,
    root: Buffer.from(String(note.split('\n')[2]), 'base64'),
  })
  const bytes = (hashes: string[]) => hashes.map(hash => Buffer.from(hash, 'base64'))
  const grown = await all.anyone.get(`/log/consistency?from=${old.size}&to=${now.size}`)
  t.true(isConsistent(headOf(old), headOf(now), bytes(grown.body.hashes)))
  const hash = fact?.hash ?? Buffer.alloc(32)
  const included = await all.anyone.get(`/log/inclusion?hash=${hash.toString('hex')}&size=${now.size}`)
  t.true(isIncluded({ hash, index: included.body.index }, headOf(now), bytes(included.body.hashes)))
  t.is((await all.anyone.get(`/log/consistency?from=${now.size}&to=${old.size}`)).status, 404)
  t.is((await all.anyone.get(`/log/consistency?from=1&to=${now.size}`)).status, 404)
  t.is((await all.anyone.get(`/log/inclusion?hash=${'0'.repeat(64)}&size=${now.size}`)).status, 404)
  const file = await all.anyone.file('/log/checkpoint')
  t.is(file.bytes.toString(), now.note)
})

test('a log without a checkpoint says so', async t => {
  const all = await scenario(t)
  t.is((await all.anyone.get('/log/checkpoint')).body.code, 'not_found')
  t.is((await all.anyone.get('/log')).body.checkpoint, null)
})

test('only a known witness cosigns, and only a checkpoint that was issued', async t => {
  const all = await proven(t)
  const { size, line } = await cosigned(all)
  const stranger = await cosigned(all, { name: witness.name, seed: Buffer.alloc(32, 1) })
  t.is((await all.anyone.post('/log/cosignatures', stranger)).status, 403)
  t.is((await all.anyone.post('/log/cosignatures', { size, line: 'nothing' })).status, 403)
  t.is((await all.anyone.post('/log/cosignatures', { size: size - 1, line })).status, 404)
  t.is((await all.anyone.post('/log/cosignatures', { size, line })).status, 200)
  t.is((await all.anyone.post('/log/cosignatures', { size, line })).status, 200, 'twice is once')
  t.is((await all.db('cosignatures').select()).length, 1)
  all.clock.move(-60 * minute)
  t.is((await all.anyone.post('/log/cosignatures', { size, line })).body.code, 'from_the_future')
})
