import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'ava'
import { appendAll, appendRecent } from '../../src/evidence/append-log.ts'
import { logSigner } from '../../src/evidence/checkpoint.ts'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { vkeyOf } from '../../src/evidence/note.ts'
import { addMs, day } from '../../src/kit/time.ts'
import { connect } from '../../src/platform/db.ts'
import { factsOfAParcel, fillFacts } from '../bench/million-facts.ts'
import { theTemplate } from '../support/database.ts'
import { scenario } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

const facts = Number(process.env['FACTS'] ?? 1_000_000)

/** Heap for 100 MB and no more: verify must not need more for more facts. */
const verify = (url: string, keys: string) =>
  new Promise<string>(resolve =>
    execFile(
      process.execPath,
      ['--max-old-space-size=100', 'dist/src/verify.js', '--keys', keys],
      { env: { DATABASE_URL: url } },
      (_, stdout, stderr) => resolve(stdout + stderr),
    ),
  )

test(`${facts} facts: taken into the log, and verified in constant memory`, async t => {
  t.timeout(15 * 60_000)
  const all = await scenario(t)
  const admin = connect(
    Object.assign(new URL(theTemplate().adminUrl), { pathname: new URL(all.database.url).pathname }).href,
    { max: 1, name: 'bench' },
  )
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const done = await work()
    t.log(`${what}: ${((performance.now() - began) / 1000).toFixed(2)} s`)
    return done
  }
  const start = addMs(all.clock(), -20 * day)
  await timed('filled', () => fillFacts(admin, facts / factsOfAParcel, start)).finally(() => admin.destroy())
  await timed('appended', () => appendAll(all.db))
  await timed('looked at the last day, nothing new', () => appendRecent(all.db, all.clock()))
  await timed('looked at all, nothing new', () => appendAll(all.db))
  await timed('checkpoint', () => issueCheckpoint(all.db, all.clock(), all.house))
  const folder = await scratchFolder('million')
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const keys = path.join(folder, 'keys')
  await writeFile(keys, vkeyOf(logSigner(all.house), 1))
  const said = await timed('verify, the whole program', () => verify(all.database.url, keys))
  t.log(said)
  t.regex(
    said,
    new RegExp(`^all right: ${facts / factsOfAParcel} parcels, ${facts} facts, ${facts} of them in the log`),
  )
})
