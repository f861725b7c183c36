import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Keys } from '../../src/kit/secrets.ts'
import { itemCode } from '../../src/parcels/item-code.ts'
import { openSession } from '../../src/people/session.ts'
import { connect } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { krongNo, policeKrongNo } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'
import { buildTemplate } from '../support/template.ts'

export type World = {
  url: string
  adminUrl: string
  db: Knex
  token: string
  codes(n: number): Promise<string[]>
  close(): Promise<void>
}

/** The same for all processes of a run: what one writes another can find. */
export const benchKeys: Keys = {
  id: 'bench',
  ...{ index: Buffer.alloc(32, 1), cipher: Buffer.alloc(32, 2), form: Buffer.alloc(32, 3), log: Buffer.alloc(32, 4) },
}

/** A database that keeps what it says it keeps (fsync and synchronous_commit on), a clerk, and parcels nobody has scanned yet. */
export async function makeWorld(settings: Record<string, string> = {}): Promise<World> {
  const dataDir = await scratchFolder('bench')
  const server = await startEmbeddedPostgres({
    dataDir,
    say: console.error,
    settings: { max_connections: '100', shared_buffers: '256MB', max_wal_size: '2GB', ...settings },
  })
  const template = await buildTemplate(server.adminUrl)
  const { name, password } = template.owner
  const url = Object.assign(new URL(server.adminUrl), {
    pathname: `/${template.database}`,
    username: name,
    password,
  }).href
  const db = connect(url, { max: 4, name: 'bench' })
  const now = new Date()
  const id = uuidv7()
  await db('people').insert({ id, username: 'clerk.bench', name: 'Clerk', created_at: now })
  await db('assignments').insert({ id: uuidv7(), person_id: id, role: 'clerk', unit_id: krongNo, since: now })
  const { token } = await openSession(db, id, 'api', now)
  let serial = 0
  return {
    url,
    adminUrl: server.adminUrl,
    db,
    token,
    async codes(n) {
      const fresh = Array.from({ length: n }, () => itemCode('QB', ++serial, 'VN'))
      await db.raw(
        `with made as (
           insert into parcels (id, code, purpose, origin_kind, destination_kind, destination_unit, on_route, is_collected, created_at, created_by, created_unit)
           select gen_random_uuid(), code, 'filing', 'applicant', 'police_unit', :desk, array[:office], false, now() - interval '1 hour', :by, :office
           from unnest(:codes::text[]) as code returning id, created_at)
         insert into parcel_presents (parcel_id, holder_kind, since, next_seq, is_over, is_lost, is_misrouted, is_sent_back, attempts)
         select id, 'applicant', created_at, 1, false, false, false, false, 0 from made`,
        { codes: fresh, desk: policeKrongNo, office: krongNo, by: id },
      )
      return fresh
    },
    async close() {
      await db.destroy()
      await server.stop()
      for (const folder of [server.folder, dataDir]) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One scan as a phone sends it: the body of a request. */
export const scanBody = (codes: readonly string[]): string => {
  const at = new Date().toISOString()
  const scans = codes.map(code => ({ id: randomUUID(), step: 'accept', code, occurred_at: at }))
  return JSON.stringify({ sent_at: at, scans })
}
