import { randomBytes } from 'node:crypto'
import { loadReference } from '../../db/load-reference.ts'
import { sealFacts } from '../../src/custody/seal-facts.ts'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { connect } from '../../src/platform/db.ts'
import { ensureLogins, type Login, type Logins } from '../../src/platform/ensure-logins.ts'
import { grantApplication } from '../../src/platform/grant-application.ts'
import { migrate } from '../../src/platform/migrate.ts'

/** A busy machine is no reason for a test to fail. */
export const patience = 30_000

/** What the test processes need to clone the template; handed to them through this variable of the environment. */
export type Template = Logins & { adminUrl: string }
export const templateVariable = 'BUU_TRAM_TEST_TEMPLATE'

const folder = (name: string) => rootFolder('db', name)

/** One migrated database with the reference data, and two logins, of names that no other run has. */
export async function buildTemplate(adminUrl: string): Promise<Template> {
  const database = `buu_tram_test_${randomBytes(4).toString('hex')}`
  const logins = { database, owner: login(`${database}_owner`), app: login(`${database}_app`) }
  const { ownerUrl } = await ensureLogins(adminUrl, logins)
  const owner = connect(ownerUrl, { max: 2, name: 'template', patience })
  await migrate(owner, folder('migrations'))
  await sealFacts(owner)
  await grantApplication(owner, logins.app.name)
  await loadReference(owner, folder('reference'))
  await owner.destroy()
  return { adminUrl, ...logins }
}

const login = (name: string): Login => ({ name, password: randomBytes(16).toString('hex') })

/** Drops the template, what a killed test left of its clones, and the logins. */
export async function dropTemplate({ adminUrl, database, owner, app }: Template): Promise<void> {
  const admin = connect(adminUrl, { max: 1, name: 'template', patience })
  const clones = await admin('pg_database').whereLike('datname', `${database}%`).pluck('datname')
  for (const clone of clones) await admin.raw('drop database ?? with (force)', [clone])
  await admin.raw('drop role ??, ??', [owner.name, app.name])
  await admin.destroy()
}
