import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { readKeys } from '../../src/platform/keys.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

async function folder(t: ExecutionContext) {
  const made = await scratchFolder('keys')
  t.teardown(() => rm(made, { recursive: true, force: true }))
  return made
}

const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const old = { id: 'abcd1234', index: secret(1), cipher: secret(2), form: secret(3) }

test('of several first starts at once all read the same keys', async t => {
  const made = await folder(t)
  const all = await Promise.all(Array.from({ length: 8 }, () => readKeys(made)))
  for (const keys of all) t.deepEqual(keys, all[0])
  t.is(all[0]?.log.length, 32)
  t.deepEqual(await readdir(made), ['keys.json'])
})

test('a key file from before there was a log gets its key once, the same for all who start at once', async t => {
  const made = await folder(t)
  const file = path.join(made, 'keys.json')
  await writeFile(file, JSON.stringify(old), { mode: 0o600 })
  const all = await Promise.all(Array.from({ length: 8 }, () => readKeys(made)))
  for (const keys of [...all, await readKeys(made)]) t.deepEqual(keys, all[0])
  t.like(JSON.parse(await readFile(file, 'utf8')), { ...old, log: all[0]?.log.toString('base64') })
  t.is((await stat(file)).mode & 0o777, 0o600)
  t.deepEqual(await readdir(made), ['keys.json'])
  t.notDeepEqual(all[0]?.log, all[0]?.index)
})

test('a key file that was damaged is refused and left as it is', async t => {
  const made = await folder(t)
  const file = path.join(made, 'keys.json')
  const damaged = JSON.stringify({ ...old, index: 'short' })
  await writeFile(file, damaged)
  await t.throwsAsync(readKeys(made), { message: /restore it from its backup/ })
  t.is(await readFile(file, 'utf8'), damaged)
})
