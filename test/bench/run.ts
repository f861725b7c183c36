// npm run bench [-- PARTS]: measures all parts or those named against floors on the same database in the same run, and
// prints medians and ratios.
import '../support/say-wrong.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { readArguments } from '../../src/platform/read-arguments.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { listRound } from './lists.ts'
import { load, type Measured } from './load.ts'
import { middle } from './middle.ts'
import { tracking } from './tracking.ts'
import { makeWorld, scanBody, type World } from './world.ts'

const rounds = 3
const scans = 4000
const connections = 64

/** Far above what a province scans: its 18,273 dossiers of half a year take some forty scans each. */
const hundred = { path: '/api/v1/scans', connections, pace: 100 }

const parts = { singles, lists: inLists, tracking: (world: World) => tracking(world, serve) }

const usage = `npm run bench -- [${Object.keys(parts).join('] [')}]`
const { words } = readArguments({ names: [], words: Object.keys(parts).length, usage })
const unknown = words.find(word => !Object.hasOwn(parts, word))
if (unknown) throw new StartError(`There is no part “${unknown}”.\n${usage}`)

const world = await makeWorld()
const servers: ChildProcess[] = []
try {
  const named = Object.entries(parts).filter(([part]) => words.includes(part))
  const measured: Record<string, number> = {}
  for (const [, measure] of named.length ? named : Object.entries(parts)) Object.assign(measured, await measure(world))
  console.table(measured)
} finally {
  for (const server of servers) server.kill()
  await world.close()
}

async function serve(kind: string): Promise<string> {
  const child = spawn(process.execPath, [rootFolder('dist/test/bench/serve.js'), kind, world.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(child)
  const [line] = await once(createInterface(child.stdout), 'line')
  return String(line)
}

async function singles({ db, token, codes }: World) {
  await db.raw('create table bench_facts (id uuid primary key, code text not null, at timestamptz not null)')
  await db.raw('create table bench_holders (code text primary key, holder text not null, at timestamptz not null)')
  const urls = { ours: await serve('ours'), floor: await serve('floor'), naive: await serve('naive') }
  const measured: Record<keyof typeof urls, Measured[]> = { ours: [], floor: [], naive: [] }
  for (let round = -1; round < rounds; round++)
    for (const kind of ['ours', 'floor', 'naive'] as const) {
      const mine = await codes(scans)
      if (kind === 'floor')
        await db.raw(`insert into bench_holders select code, 'nobody', now() from unnest(?::text[]) as code`, [mine])
      const result = await load({
        url: urls[kind],
        path: '/api/v1/scans',
        token,
        bodies: mine.map(code => scanBody([code])),
        connections,
      })
      if (result.failed) throw new Error(`${kind}: ${result.failed} requests failed`)
      if (round >= 0) measured[kind].push(result)
    }
  const busyDay = await load({
    ...hundred,
    url: urls.ours,
    token,
    bodies: (await codes(1000)).map(code => scanBody([code])),
  })
  const median = (kind: keyof typeof urls, of: keyof Measured) => middle(measured[kind].map(one => one[of]))
  return {
    ours: median('ours', 'perSecond'),
    floor: median('floor', 'perSecond'),
    naive: median('naive', 'perSecond'),
    single_vs_floor: median('ours', 'perSecond') / median('floor', 'perSecond'),
    single_vs_naive: median('ours', 'perSecond') / median('naive', 'perSecond'),
    verdict_p99_ms: median('ours', 'p99'),
    verdict_p99_ms_at_100: busyDay.p99,
  }
}

async function inLists(world: World) {
  const url = await serve('ours')
  const measured = []
  for (let round = -1; round < rounds; round++) {
    const result = await listRound(url, world)
    if (round >= 0) measured.push(result)
  }
  return {
    lists: middle(measured.map(({ ours }) => ours)),
    rows: middle(measured.map(({ floor }) => floor)),
    list_vs_rows: middle(measured.map(({ ours, floor }) => ours / floor)),
  }
}
