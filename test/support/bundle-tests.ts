import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { groupBy } from '../../src/kit/group-by.ts'
import { rootFolder } from '../../src/kit/root-folder.ts'

const folder = 'dist/tests'
/** Folders of few tests: together they are worth one process. */
const small = new Set([
  'bags',
  'blanks',
  'db',
  'exchange',
  'kit',
  'pages',
  'parcels',
  'procedures',
  'stories',
  'tracking',
])

/**
 * Makes one program of the tests of each folder, for a process each: to start, and to warm up, costs more than most tests
 * do. Slow tests keep a process to themselves. Answers the programs, for ava.
 */
export async function bundleTests(sources: readonly string[]): Promise<string[]> {
  await rm(rootFolder(folder), { recursive: true, force: true })
  await mkdir(rootFolder(folder), { recursive: true })
  const programs = await Promise.all([...groupBy(sources, programOf)].map(writeProgram))
  await build({
    absWorkingDir: rootFolder(),
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.test.js' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  })
  return programs.map(program => program.replace(/ts$/, 'test.js'))
}

function programOf(source: string): string {
  const [, place = '', file = ''] = source.split(path.sep)
  const name = path.parse(source).name.replace('.test', '')
  if (place === 'slow') return name
  // ava goes by the alphabet: the start of the product, which waits more than it works, comes first and beside the others.
  if (!file) return `0-${name}`
  return small.has(place) ? 'others' : place
}

async function writeProgram([name, sources]: [string, string[]]): Promise<string> {
  const program = path.join(folder, `${name}.ts`)
  await writeFile(rootFolder(program), sources.map(source => `import '../../${source}'\n`).join(''))
  return program
}
