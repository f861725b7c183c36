// run [--all] [files, folders and options of ava]: starts a database, runs the tests, prints their number.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { build as buildAssets } from '../../templates/build.ts'
import { bundleTests } from './bundle-tests.ts'
import { scratchFolder } from './scratch-folder.ts'
import { Tally } from './tally.ts'
import { buildTemplate, dropTemplate, type Template, templateVariable } from './template.ts'

type Server = { adminUrl: string; stop(): Promise<void> }

const slow = path.normalize('test/slow/')
// Nothing here has to outlive a power cut.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '128MB',
  // A database lives for a second.
  autovacuum: 'off',
  scram_iterations: '1',
}
// Ctrl-C reaches ava too: it ends, and we clean up. SIGTERM reaches only us.
process.on('SIGINT', () => {})
let giveUp = (): unknown => process.exit(1)
process.on('SIGTERM', () => giveUp())

const tally = new Tally()
process.exitCode = await run().catch(error => {
  console.error(error)
  return 1
})
console.log(tally.summary(process.exitCode))

async function run(): Promise<number> {
  const server = await startServer()
  try {
    const [template] = await Promise.all([buildTemplate(server.adminUrl), buildAssets()])
    return await runAva(process.argv.slice(2), template).finally(() => dropTemplate(template))
  } finally {
    await server.stop()
  }
}

async function startServer(): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { adminUrl: given, stop: async () => {} }
  const dataDir = await scratchFolder('test')
  const server = await startEmbeddedPostgres({ dataDir, say: console.error, settings })
  return {
    adminUrl: server.adminUrl,
    async stop() {
      await server.stop()
      for (const folder of [server.folder, dataDir]) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function runAva(args: string[], template: Template): Promise<number> {
  const options = args.filter(arg => arg.startsWith('-') && arg !== '--all')
  const sources = wantedTests(args)
  if (sources.length === 0) throw new Error(`No test file is called ${args.join(' or ')}.`)
  const files = await bundleTests(sources)
  const ava = spawn(process.execPath, ['node_modules/ava/entrypoints/cli.mjs', '--tap', ...options, ...files], {
    cwd: rootFolder(),
    env: { ...process.env, TZ: 'UTC', [templateVariable]: JSON.stringify(template) },
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  giveUp = () => ava.kill()
  const reading = printAndCount(createInterface(ava.stdout))
  const [code] = await once(ava, 'exit')
  await reading
  return typeof code === 'number' ? code : 1
}

/** The test files that are meant. */
function wantedTests(args: string[]): string[] {
  const names = args.filter(arg => !arg.startsWith('-')).map(path.normalize)
  const isWanted = (file: string) =>
    names.length ? names.some(name => file.startsWith(name)) : args.includes('--all') || !file.startsWith(slow)
  return readdirSync(rootFolder('test'), { recursive: true, encoding: 'utf8' })
    .map(file => path.join('test', file))
    .filter(file => /\.test\.tsx?$/.test(file) && isWanted(file))
}

async function printAndCount(lines: AsyncIterable<string>) {
  for await (const line of lines) {
    console.log(line)
    tally.read(line)
  }
}
