import { stat } from 'node:fs/promises'
import { runProgram } from './run-program.ts'
import { StartError } from './start-error.ts'

/** Who runs PostgreSQL: empty for ourselves. */
export type Account = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root; root lends it the account that already owns the `data`, else `postgres`, else
 * `nobody`. Everyone else runs it as themselves.
 */
export async function accountFor(data: string): Promise<Account> {
  if (!isRoot()) return {}
  const owner = await stat(data).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const account = (await accountNamed('postgres')) ?? (await accountNamed('nobody'))
  if (account) return account
  throw new StartError(
    'PostgreSQL refuses to run as root and there is no user "postgres" or "nobody" to run it: start as another user.',
  )
}

export const isRoot = () => process.getuid?.() === 0

async function accountNamed(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])])
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}
