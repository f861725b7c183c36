import { execFile } from 'node:child_process'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { checkpointText, logSigner } from '../../src/evidence/checkpoint.ts'
import { cosignLog } from '../../src/evidence/cosign-log.ts'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { signNote, vkeyOf } from '../../src/evidence/note.ts'
import { asIntruder, busyDay } from '../support/facts.ts'
import { type Scenario, sharedPast } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

const name = 'police.example/witness'

const past = sharedPast(async all => ({ size: await grown(all) }))

/** A log with a checkpoint, and a witness whose key it knows. */
async function watched(t: ExecutionContext) {
  const all = await past(t)
  const folder = await scratchFolder('witness')
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const said: string[] = []
  const witness = () => cosignLog({ log: all.url, folder, name, now: all.clock(), say: one => said.push(one) })
  await t.throwsAsync(witness(), { message: /does not know this witness yet. Its WITNESS_KEYS need police/ })
  const seed = Buffer.from(await readFile(path.join(folder, 'witness-key'), 'utf8'), 'base64')
  Object.assign(all.house.witnessKeys, [vkeyOf({ name, seed }, 4)])
  return { ...all, folder, said, witness }
}

async function grown(all: Scenario): Promise<number> {
  await busyDay(all)
  return Number(await issueCheckpoint(all.db, all.clock(), all.house))
}

/** What the police's machine would run. */
const run = (args: string[]) =>
  new Promise<{ status: number; said: string }>(resolve =>
    execFile(process.execPath, ['dist/src/witness.js', ...args], { env: {} }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  )

const cosignatures = ({ db }: Scenario) => db('cosignatures').orderBy('size').pluck('size')

test('a witness cosigns what it meets first, and again after the log grew', async t => {
  const all = await watched(t)
  const first = await all.witness()
  t.regex(all.said.join(), /First meeting: from now on only this key of the log is believed/)
  const second = await grown(all)
  t.is(await all.witness(), second)
  t.is(await all.witness(), second, 'nothing new is no fault')
  t.deepEqual(await cosignatures(all), [first, second])
  const { body } = await all.anyone.get('/log')
  t.like(body.checkpoint.cosignatures, [{ witness: name, same_machine: true }])
  t.is((await stat(path.join(all.folder, 'witness-key'))).mode & 0o777, 0o600)
  t.deepEqual((await readdir(all.folder)).sort(), ['last-checkpoint', 'log-key', 'witness-key'])
})

test('a witness refuses a log that was rewound', async t => {
  const all = await watched(t)
  await grown(all)
  const signed = await all.witness()
  await asIntruder(all.owner, 'cosignatures', 'delete from cosignatures')
  await asIntruder(all.owner, 'checkpoints', `delete from checkpoints where size = ${signed}`)
  const message = new RegExp(`REFUSED, nothing was signed: .* it was REWOUND from ${signed} facts to \\d+`)
  await t.throwsAsync(all.witness(), { message })
  const { status, said } = await run(['--log', all.url, '--folder', all.folder, '--name', name])
  t.is(status, 1)
  t.regex(said, message)
  t.deepEqual(await cosignatures(all), [])
})

/** Signs another root of the same size, as the owner of the log's key could. */
async function forked({ owner, house }: Scenario, size: number, root = Buffer.alloc(32, 6)) {
  const signer = logSigner(house)
  const note = signNote(checkpointText({ origin: signer.name, size, root }), signer)
  await asIntruder(owner, 'checkpoints', 'update checkpoints set root = :root, note = :note where size = :size', {
    root,
    note,
    size,
  })
}

test('a witness refuses a log that was forked at the same size, or under what it signed', async t => {
  const all = await watched(t)
  const signed = await all.witness()
  await forked(all, signed)
  await t.throwsAsync(all.witness(), { message: /it was FORKED/ })
  await forked(all, await grown(all))
  await t.throwsAsync(all.witness(), {
    message: /it was FORKED: its \d+ facts do not begin with the \d+ signed before/,
  })
  t.deepEqual(await cosignatures(all), [signed])
})

test('a witness refuses a log whose older nodes were changed', async t => {
  const all = await watched(t)
  await all.witness()
  await grown(all)
  await asIntruder(all.owner, 'log_nodes', 'update log_nodes set hash = sha256(hash) where level > 0')
  await t.throwsAsync(all.witness(), { message: /it was FORKED/ })
})

test('a witness believes only the key it met first', async t => {
  const all = await watched(t)
  await all.witness()
  all.house.keys.log = Buffer.alloc(32, 8)
  await grown(all)
  await t.throwsAsync(all.witness(), { message: /it shows another key than the one met first/ })
  await writeFile(path.join(all.folder, 'log-key'), vkeyOf(logSigner(all.house), 1))
  await asIntruder(all.owner, 'checkpoints', `update checkpoints set note = replace(note, E'\\n— ', E'\\n— x')`)
  await t.throwsAsync(all.witness(), { message: /its key did not sign this checkpoint/ })
})

test('a witness says what it needs, and when the log is away', async t => {
  t.regex((await run(['--log', 'nowhere'])).said, /--log URL of the service/)
  const folder = await scratchFolder('witness')
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const { status, said } = await run(['--log', 'http://127.0.0.1:1', '--folder', folder, '--name', name])
  t.is(status, 1)
  t.regex(said, /^The log cannot be reached at http:\/\/127\.0\.0\.1:1\/api\/v1\/log: /m)
})
