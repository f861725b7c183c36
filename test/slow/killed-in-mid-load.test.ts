import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { connect } from '../../src/platform/db.ts'
import { makeWorld, scanBody, type World } from '../bench/world.ts'

const rounds = 6
const couriers = 16

/** `SYNCHRONOUS_COMMIT=off` shows that this test has teeth: then it can fail. */
const settings = { synchronous_commit: process.env['SYNCHRONOUS_COMMIT'] ?? 'on' }

/** Somebody else's process with our whole service in it, which is started again after each kill. */
class Service {
  url = ''
  private child: ChildProcess | undefined
  constructor(private readonly world: World) {}

  async start() {
    const args = [rootFolder('dist/test/bench/serve.js'), 'ours', this.world.url]
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = await once(createInterface(this.child.stdout as NodeJS.ReadableStream), 'line')
    this.url = String(line)
  }

  async kill() {
    this.child?.kill('SIGKILL')
    await once(this.child as ChildProcess, 'exit')
  }
}

/** PostgreSQL with all its processes at one moment, as when the power goes: none is left to write what is in memory. */
async function killPostgres({ adminUrl }: World) {
  const admin = connect(adminUrl, { max: 1, name: 'test' })
  const { rows } = await admin.raw(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer as pid`)
  await admin.destroy()
  const postmaster = Number(rows[0].pid)
  for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, 'SIGKILL')
}

const childrenOf = (parent: number) =>
  readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0 && parentOf(pid) === parent)

function parentOf(pid: number) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0],
    )
  } catch {
    return 0
  }
}

type Sent = { id: string; answer: string }

/** Scans one parcel after another; what got no answer is sent again, the same, until it has one. */
async function scanAll(codes: string[], ask: (body: string) => Promise<string | null>, until: () => boolean) {
  const sent: Sent[] = []
  for (let code = codes.pop(); code && !until(); code = codes.pop()) {
    const body = scanBody([code])
    const { id } = JSON.parse(body).scans[0]
    let answer = await ask(body)
    while (answer === null) {
      await wait(50)
      answer = await ask(body)
    }
    sent.push({ id, answer })
  }
  return sent
}

test('no acknowledged scan is lost and none is doubled, however often service and database are killed under load', async t => {
  t.timeout(5 * 60_000)
  const world = await makeWorld(settings)
  t.teardown(world.close)
  const service = new Service(world)
  await service.start()
  t.teardown(() => service.kill())
  const ask = (body: string) =>
    fetch(`${service.url}/api/v1/scans`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      body,
    }).then(
      async reply => (reply.status === 200 ? reply.text() : null),
      () => null,
    )
  const codes: string[] = []
  for (let i = 0; i < 8; i++) codes.push(...(await world.codes(4000)))
  let isOver = false
  const load = Promise.all(Array.from({ length: couriers }, () => scanAll(codes, ask, () => isOver)))
  for (let round = 0; round < rounds; round++) {
    await wait(2500)
    if (round % 2) await service.kill().then(() => service.start())
    else await killPostgres(world)
  }
  await wait(2500)
  isOver = true
  const sent = (await load).flat()

  const rows = await world.db('scans').whereNotNull('answer').select('id', 'answer', 'event_id')
  const stored = new Map(rows.map(row => [row.id, row]))
  t.deepEqual(
    sent.filter(({ id }) => !stored.has(id)),
    [],
    'what was acknowledged is there',
  )
  t.deepEqual(
    sent.filter(({ id, answer }) => JSON.stringify({ verdicts: [stored.get(id)?.answer] }) !== answer),
    [],
    'with the answer that was given',
  )
  t.true(sent.every(({ answer }) => answer.includes('"verdict":"recorded"')))
  t.deepEqual((await world.db('custody_events').pluck('id')).sort(), sent.map(({ id }) => id).sort(), 'each once')
  t.log(`${sent.length} scans through ${rounds} kills`)
  t.true(sent.length > 300)
})
