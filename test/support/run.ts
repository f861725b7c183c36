// tsx test/support/run.ts [--all] [files and options of ava]: starts a database, runs the tests, prints their number.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { Tally } from './tally.ts'
import { buildTemplate, dropTemplate, type Template, templateVariable } from './template.ts'

type Server = { adminUrl: string; stop(): Promise<void> }

const root = fileURLToPath(new URL('../..', import.meta.url))
// Nothing here has to outlive a power cut.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
// Ctrl-C reaches ava too: it ends, and we clean up. A SIGTERM we pass on.
process.on('SIGINT', () => {})

const server = await startServer()
try {
  const template = await buildTemplate(server.adminUrl)
  process.exitCode = await runAva(process.argv.slice(2), template).finally(() => dropTemplate(template))
} finally {
  await server.stop()
}

async function startServer(): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { adminUrl: given, stop: async () => {} }
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'buu-tram-test-'))
  // Root lends PostgreSQL another account, which has to pass through.
  await chmod(dataDir, 0o711)
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
  const slow = args.some(arg => arg === '--all' || arg.includes('test/slow'))
  const wishes = [
    ...(slow ? ['--config', 'test/support/with-slow.config.mjs'] : []),
    ...args.filter(arg => arg !== '--all'),
  ]
  const ava = spawn(process.execPath, ['node_modules/ava/entrypoints/cli.mjs', '--tap', ...wishes], {
    cwd: root,
    env: { ...process.env, TZ: 'UTC', [templateVariable]: JSON.stringify(template) },
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  process.on('SIGTERM', () => ava.kill())
  const tally = new Tally()
  const reading = printAndCount(createInterface(ava.stdout), tally)
  const [code] = await once(ava, 'exit')
  await reading
  const status = typeof code === 'number' ? code : 1
  console.log(tally.summary(status))
  return status
}

async function printAndCount(lines: AsyncIterable<string>, tally: Tally) {
  for await (const line of lines) {
    console.log(line)
    tally.read(line)
  }
}
