import { randomBytes } from 'node:crypto'
import { chown, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makePrivate, type Place } from './data-place.ts'
import type { Programs } from './postgres-programs.ts'
import { runProgram } from './run-program.ts'
import { StartError } from './start-error.ts'

const megabyte = 2 ** 20
const needed = 150 * megabyte

/**
 * Makes the data folder on the first start, whole or not at all, and answers the administrator's password, which is
 * kept in `home`. Throws `StartError` when the folder there is of another version, is no data, or has no room.
 */
export async function createCluster(home: string, place: Place, programs: Programs, quick: boolean): Promise<string> {
  const file = path.join(home, 'password')
  if (await isThere(place, programs)) return readPassword(file)
  await refuseFull(place.base)
  const password = randomBytes(24).toString('hex')
  await writeFile(file, password, { mode: 0o600, flush: true })
  await initialise(place, programs, password, quick)
  return password
}

async function isThere({ data }: Place, { major }: Programs) {
  if (!(await stat(data).catch(() => undefined))) return false
  const found = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => '')
  if (found.trim() === major) return true
  if (!found) throw new StartError(`The folder ${data} is there but holds no PostgreSQL data: move it away.`)
  throw new StartError(
    `The data in ${data} is of PostgreSQL ${found.trim()}, this version brings ${major}: dump it with the old one first.`,
  )
}

async function readPassword(file: string) {
  const password = await readFile(file, 'utf8').catch(() => '')
  if (password) return password
  throw new StartError(`The file ${file}, without which the data cannot be opened, is gone: bring it back.`)
}

async function refuseFull(base: string) {
  const { bavail, bsize } = await statfs(base)
  const free = bavail * bsize
  if (free >= needed) return
  const [have, need] = [Math.floor(free / megabyte), needed / megabyte]
  throw new StartError(
    `The disk of ${base} has ${have} MB left, a new database needs ${need} MB: make room, or set DATA_DIR.`,
  )
}

/** In a folder that has this try's name: the programs of a killed one may still be writing into theirs. */
async function initialise({ base, data, account }: Place, { initdb }: Programs, password: string, quick: boolean) {
  await clearOldTries(base)
  const making = path.join(base, `making.${process.pid}`)
  const passwordFile = path.join(making, 'password')
  await makePrivate(making, account)
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) await chown(passwordFile, account.uid, account.gid)
  const { ok, output } = await runProgram(initdb, initdbArguments(making, passwordFile, quick), account)
  if (ok) await rename(path.join(making, 'data'), data)
  await rm(making, { recursive: true })
  if (!ok) throw new StartError(`PostgreSQL could not make its data in ${base}: ${reasonIn(output)}`)
}

async function clearOldTries(base: string) {
  const old = (await readdir(base)).filter(name => name.startsWith('making.'))
  for (const name of old) await rm(path.join(base, name), { recursive: true, force: true })
}

/** The builtin locale sorts and folds case the same on every machine; Vietnamese order is asked for by collation. */
const initdbArguments = (making: string, passwordFile: string, quick: boolean) => [
  `--pgdata=${path.join(making, 'data')}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
  ...(quick ? ['--no-sync'] : []),
]

const reasonIn = (output: string) => output.split('\n').findLast(line => /error|fatal/i.test(line)) ?? output
