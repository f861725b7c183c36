// Makes what the browser loads: styles, scripts and pictures under names that change with their content.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { rootFolder } from '../src/kit/root-folder.ts'
import { manifestFile, publicFolder } from './assets.ts'
import { entryPoints } from './entry-points.ts'

/** What was built, and the hash of every file it was built from. */
export type Built = { manifest: Record<string, string>; inputs: Record<string, string> }

/** How it is built is an input too. */
const recipe = 'templates/bundle.ts'

/**
 * Builds unless nothing changed since the last build: then it only reads and compares. Safe while others build or serve:
 * files have their content's hash in their names, and the list of them is replaced last, in one move.
 */
export async function build(): Promise<'built' | 'unchanged'> {
  const entries = await entryPoints()
  if (await isUnchanged(entries)) return 'unchanged'
  const { bundle } = await import('./bundle.ts')
  const { manifest, inputs } = await bundle(entries)
  await mkdir(path.dirname(manifestFile), { recursive: true })
  const draft = `${manifestFile}.${randomUUID()}`
  await writeFile(
    draft,
    JSON.stringify({ manifest, inputs: await hashes([...inputs, ...entries, recipe]) } satisfies Built),
  )
  await rename(draft, manifestFile)
  return 'built'
}

async function isUnchanged(entries: string[]): Promise<boolean> {
  const last = await readFile(manifestFile, 'utf8').then(
    text => JSON.parse(text) as Built,
    () => null,
  )
  if (!last || !entries.every(entry => entry in last.inputs)) return false
  if (!Object.values(last.manifest).every(file => existsSync(path.join(publicFolder, file)))) return false
  const now = await hashes(Object.keys(last.inputs))
  return Object.entries(last.inputs).every(([file, hash]) => now[file] === hash)
}

const hashes = async (files: string[]): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all([...new Set(files)].map(async file => [file, await hashOf(file)])))

const hashOf = (file: string) =>
  readFile(rootFolder(file)).then(
    bytes => createHash('sha256').update(bytes).digest('base64url'),
    () => 'gone',
  )

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--clean')) await rm(publicFolder, { recursive: true, force: true })
  await build()
}
