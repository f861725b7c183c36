import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import type { Knex } from 'knex'
import { logSigner } from '../../src/evidence/checkpoint.ts'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { vkeyOf } from '../../src/evidence/note.ts'
import { connect } from '../../src/platform/db.ts'
import { theTemplate } from '../support/database.ts'
import { asIntruder, busyDay } from '../support/facts.ts'
import { sharedPast } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

type Ran = { status: number; said: string }

/** `npm run verify` with these settings and no others. */
const verify = (settings: Record<string, string>, args: string[]): Promise<Ran> =>
  new Promise(resolve =>
    execFile(process.execPath, ['dist/src/verify.js', ...args], { env: { ...settings } }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  )

const past = sharedPast(async all => {
  const { codes } = await busyDay(all)
  await issueCheckpoint(all.db, all.clock(), all.house)
  return { codes }
})

async function proven(t: ExecutionContext) {
  const all = await past(t)
  const folder = await scratchFolder('verify')
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const keys = path.join(folder, 'keys')
  await writeFile(keys, `# the log of this test\n${vkeyOf(logSigner(all.house), 1)}\n`)
  return { ...all, keys, folder }
}

test('verify says in one line that all is right, with status 0', async t => {
  const { database, keys } = await proven(t)
  const { status, said } = await verify({ DATABASE_READER_URL: database.url }, ['--keys', keys])
  t.is(status, 0, said)
  t.regex(
    said,
    /^all right: 4 parcels, \d+ facts, \d+ of them in the log, 1 checkpoints, 0 hand-over sheets, 0 bags, in [\d.]+ s\n$/,
  )
})

/** A login that may read the tables and do nothing else. */
async function reader(t: ExecutionContext, owner: Knex, url: string): Promise<string> {
  const { adminUrl, database } = theTemplate()
  const admin = connect(adminUrl, { max: 1, name: 'test' })
  const [name, password] = [`${database}_reader`, 'only reads']
  await admin.raw(`create role ?? login password '${password}'`, [name])
  await admin.raw('grant connect on database ?? to ??', [new URL(url).pathname.slice(1), name])
  await owner.raw('grant usage on schema public to ??', [name])
  await owner.raw('grant select on all tables in schema public to ??', [name])
  t.teardown(async () => {
    // What was granted in the database goes with it first; the test's own teardown comes later.
    for (const thing of ['all tables in schema public', 'schema public'])
      await owner.raw(`revoke all on ${thing} from ??`, [name])
    await admin.raw('revoke all on database ?? from ??', [new URL(url).pathname.slice(1), name])
    await admin.raw('drop role ??', [name])
    await admin.destroy()
  })
  return Object.assign(new URL(url), { username: name, password }).href
}

test('verify needs no more than to read', async t => {
  const { database, owner, keys } = await proven(t)
  const url = await reader(t, owner, database.url)
  const { status, said } = await verify({ DATABASE_READER_URL: url, DATABASE_URL: 'postgres://127.0.0.1:1/no' }, [
    '--keys',
    keys,
  ])
  t.is(status, 0, said)
})

test('verify lists what is off and ends with status 1', async t => {
  const { database, owner, keys } = await proven(t)
  await asIntruder(owner, 'custody_events', `update custody_events set source = 'paper' where seq = 1`)
  const { status, said } = await verify({ DATABASE_URL: database.url }, ['--keys', keys])
  t.is(status, 1)
  t.regex(said, /^PA\d{9}VN: fact 1 is not what was hashed$/m)
  t.regex(said, /^\d+ FAULTS: 4 parcels/m)
})

test('verify without keys says what it needs and makes none', async t => {
  const { database, folder } = await proven(t)
  const { status, said } = await verify({ DATABASE_URL: database.url, DATA_DIR: path.join(folder, 'nothing') }, [])
  t.is(status, 1)
  t.regex(said, /There are no keys in .*nothing: set DATA_DIR, or give --keys/)
})
