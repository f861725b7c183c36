import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { rootFolder } from '../../src/kit/root-folder.ts'

export type Line = { said?: string; adminUrl?: string; refused?: string; last?: number }
export type OtherProcess = { child: ChildProcess; next(): Promise<Line>; ended: Promise<unknown> }

/** A user without rights, which every Linux has. */
export const nobody = { uid: 65534, gid: 65534 }
export const amRoot = process.getuid?.() === 0

const program = rootFolder('dist/test/support/serve-postgres.js')

/** Another service with an embedded database in `dataDir`, in a process group of its own, as another user if asked. */
export function otherService(dataDir: string, account: { uid?: number; gid?: number } = {}): OtherProcess {
  const child = spawn(process.execPath, [program, dataDir], {
    ...account,
    detached: true,
    env: { ...process.env, HOME: '/nonexistent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    child,
    ended: once(child, 'exit'),
    next: async () => JSON.parse((await lines.next()).value ?? '{}'),
  }
}
