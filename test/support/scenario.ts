import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ExecutionContext } from 'ava'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { createApp } from '../../src/app.ts'
import { logSigner } from '../../src/evidence/checkpoint.ts'
import { newToken, sha256 } from '../../src/kit/secrets.ts'
import type { Clock } from '../../src/kit/time.ts'
import type { Actor } from '../../src/people/actor.ts'
import { actorById } from '../../src/people/queries.ts'
import type { Role } from '../../src/people/roles.ts'
import type { House } from '../../src/platform/house.ts'
import { createLog } from '../../src/platform/log.ts'
import { type Client, client } from './client.ts'
import { type TestClock, testClock } from './clock.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { takeSlot } from './slots.ts'

export type Person = Actor & Client
/** The whole service, listening. */
export type Service = {
  db: Knex
  owner: Knex
  house: House
  url: string
  clock: TestClock
  anyone: Client
  /** Somebody signed in, with a role at a unit. */
  person(role: Role, unit: string | null): Promise<Person>
}
/** The same on a database of the test's own. */
export type Scenario = Service & { database: TestDatabase }

export const giaNghia = '640000'
export const krongNo = '642100'
export const policeKrongNo = 'police-664'
export const pc06 = 'police-67-pc06'

/** The whole service on a database of its own, listening, with item code ranges for two offices. Closed with the test. */
export async function scenario(
  t: ExecutionContext,
  { max = 10, at }: { max?: number; at?: string } = {},
): Promise<Scenario> {
  await takeSlot(t)
  const database = await testDatabase({ max })
  const { all, deafen } = await open(database, houseOn(database.db, testClock(at)))
  t.teardown(() => deafen().then(database.close))
  await grantRanges(database.db, all.clock())
  return all
}

/**
 * The same past for the tests of a file: made by the first that asks, copied for each. Answers what `make` answered beside
 * the scenario: plain values, for who was signed in then calls another service.
 */
export function sharedPast<T extends object>(make: (all: Scenario) => Promise<T>) {
  let past: ReturnType<typeof record<T>> | undefined
  return async (t: ExecutionContext): Promise<Scenario & T> => {
    await takeSlot(t)
    past ??= record(make)
    const { from, keys, logName, at, made } = await past
    const database = await testDatabase({ from })
    const { all, deafen } = await open(database, { ...houseOn(database.db, testClock(at)), keys: { ...keys }, logName })
    t.teardown(() => deafen().then(database.close))
    return { ...all, ...made }
  }
}

async function record<T>(make: (all: Scenario) => Promise<T>) {
  const database = await testDatabase()
  const { all, deafen } = await open(database, houseOn(database.db, testClock()))
  await grantRanges(database.db, all.clock())
  const made = await make(all)
  await deafen().then(database.disconnect)
  const { keys } = all.house
  return { from: database.name, keys, logName: logSigner(all.house).name, at: all.clock().toISOString(), made }
}

/** A service that listens on a database of the test's own. */
export async function open(database: TestDatabase, house: TestHouse) {
  const { all, deafen } = await listenOn(database, house)
  return { all: { ...all, database }, deafen }
}

type TestHouse = House & { clock: TestClock }

/** A service that listens on a database. */
export async function listenOn({ db, owner }: Pick<TestDatabase, 'db' | 'owner'>, house: TestHouse) {
  const server = createApp(house).listen(0, '127.0.0.1')
  await once(server, 'listening')
  house.publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const all: Service = {
    db,
    owner,
    house,
    url: house.publicUrl,
    clock: house.clock,
    anyone: client(house.publicUrl, null),
    person: (role, unit) => person(house, role, unit),
  }
  const deafen = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { all, deafen }
}

export const houseOn = <C extends Clock>(db: Knex, clock: C): House & { clock: C } => ({
  db,
  clock,
  keys: { id: 'test', index: randomBytes(32), cipher: randomBytes(32), form: randomBytes(32), log: randomBytes(32) },
  log: createLog(process.env['LOG_LEVEL'] ?? 'silent'),
  publicUrl: 'http://127.0.0.1',
  proxyHops: 0,
  logName: null,
  witnessKeys: [],
  hotline: '0261 3849 053',
  providers: noProviders,
  isDemo: false,
})

const noProviders = {
  smtpUrl: null,
  mailFrom: 'Bưu Trạm <no-reply@buutram.example>',
  smsUrl: null,
  smsKey: null,
  zaloUrl: null,
  zaloToken: null,
  patience: 10_000,
}

export const grantRanges = (db: Knex, now: Date) =>
  db('item_code_ranges').insert(
    [giaNghia, krongNo].map((office_id, i) => ({
      office_id,
      prefix: 'PA',
      country: 'VN',
      first_serial: i * 100_000,
      last_serial: i * 100_000 + 99_999,
      next_serial: i * 100_000,
      granted_by: 'test',
      granted_at: now,
    })),
  )

async function person(house: House, role: Role, unit: string | null): Promise<Person> {
  const id = uuidv7()
  const now = house.clock()
  await house.db('people').insert({
    id,
    username: `${role}.${randomBytes(4).toString('hex')}`,
    name: `${role} ${unit ?? ''}`.trim(),
    created_at: now,
  })
  const token = newToken()
  // Stories move the clock by days; a session ends after hours.
  const [seen_at, expires_at] = [new Date('2098-01-01'), new Date('2099-01-01')]
  const session = {
    token_hash: sha256(token),
    person_id: id,
    kind: 'api' as const,
    created_at: now,
    seen_at,
    expires_at,
  }
  await Promise.all([
    house.db('assignments').insert({ id: uuidv7(), person_id: id, role, unit_id: unit, since: now }),
    house.db('sessions').insert(session),
  ])
  return { ...(await actorById(house.db, id, now)), ...client(house.publicUrl, token) }
}

/** A scan as a phone sends it. */
export const scan = (step: string, code: string, at: Date, detail: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  step,
  code,
  occurred_at: at.toISOString(),
  detail,
})
