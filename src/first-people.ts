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
    const code = await db.transaction(trx => makeDemo(trx, { now, keys, consequences, password }))
    await keep(config, codeFile, code)
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

const passwordFile = 'demo-password'
const codeFile = 'demo-code'

/** Beside the data, so that the next start can say it again. */
const keep = ({ dataDir }: Config, name: string, text: string) =>
  writeFile(path.join(dataDir, name), text, { mode: 0o600 })
const kept = ({ dataDir }: Config, name: string) => readFile(path.join(dataDir, name), 'utf8').catch(() => null)

async function demoPassword(config: Config): Promise<string> {
  const password = config.DEMO_PASSWORD ?? randomBytes(9).toString('base64url')
  await keep(config, passwordFile, password)
  return password
}

async function demoLines(config: Config): Promise<string[]> {
  const { publicUrl } = config
  const [password, code] = [await kept(config, passwordFile), await kept(config, codeFile)]
  return [
    `Đăng nhập thử: ${publicUrl}/staff với ${demoPeople.map(({ username }) => username).join(', ')}`,
    `Mật khẩu của tất cả: ${password ?? '(đã đặt ở lần chạy trước)'}`,
    `Thử trước: nhận một hồ sơ với clerk ở ${publicUrl}/staff/counter, rồi tra mã trên phiếu ở ${publicUrl}/`,
    ...(code ? [`Xem như người dân: mã tra cứu ${code} ở ${publicUrl}/`] : []),
  ]
}
