import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Knex } from 'knex'
import { makeDemo } from '../db/demo.ts'
import { demoPeople } from '../db/demo-people.ts'
import type { Config } from './config.ts'
import { consequences } from './consequences.ts'
import type { Keys } from './kit/secrets.ts'
import { makeFirstAdministrator } from './people/make-first-administrator.ts'
import { StartError } from './platform/start-error.ts'

export type Welcome = { isDemo: boolean; lines: string[] }

/**
 * On an empty database: a demo week to try, or in production a one-time link for the first administrator. Throws StartError
 * for demo people in production.
 */
export async function firstPeople(
  db: Knex,
  config: Config,
  { now, keys }: { now: Date; keys: Keys },
): Promise<Welcome> {
  const isEmpty = !(await db('people').first('id'))
  if (config.isDemo && isEmpty) {
    const password = await demoPassword(config)
    // Killed in the middle it leaves nothing, and the next start begins again.
    await db.transaction(trx => makeDemo(trx, { now, keys, consequences, password }))
  }
  const isDemo = Boolean(await db('people').where({ is_demo: true }).first('id'))
  if (isDemo && config.isProduction)
    throw new StartError('This database holds demo people, whose password was printed: in production use an empty one.')
  if (isDemo) return { isDemo, lines: await demoLines(config) }
  const token = await makeFirstAdministrator(db, now)
  return {
    isDemo,
    lines: token
      ? [`Thiết lập quản trị viên đầu tiên (dùng một lần, trong 24 giờ): ${config.publicUrl}/staff/set-up/${token}`]
      : [],
  }
}

/** Kept beside the data, so that the next start can say it again. */
async function demoPassword({ DEMO_PASSWORD, dataDir }: Config): Promise<string> {
  const password = DEMO_PASSWORD ?? randomBytes(9).toString('base64url')
  await writeFile(path.join(dataDir, 'demo-password'), password, { mode: 0o600 })
  return password
}

async function demoLines({ dataDir, publicUrl }: Config): Promise<string[]> {
  const password = await readFile(path.join(dataDir, 'demo-password'), 'utf8').catch(() => '(đã đặt ở lần chạy trước)')
  return [
    `Đăng nhập thử: ${publicUrl}/staff với ${demoPeople.map(({ username }) => username).join(', ')}`,
    `Mật khẩu của tất cả: ${password}`,
    `Thử trước: nhận một hồ sơ với clerk ở ${publicUrl}/staff/counter, rồi tra mã trên phiếu ở ${publicUrl}/`,
  ]
}
