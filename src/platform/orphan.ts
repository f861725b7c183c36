import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandOf, lifeOf } from './process-life.ts'

/**
 * Stops a PostgreSQL that a killed service left running on `data`. Where its number lives on, in another process or in
 * one that nobody has taken note of yet, the note of it goes too: PostgreSQL would take that for itself and never start.
 */
export async function stopOrphan(data: string): Promise<void> {
  const note = path.join(data, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(note, 'utf8').catch(() => ''), 10)
  if (!pid) return
  if (await isPostgresOf(pid, data)) await stopProcess(pid)
  if (send(pid, 0)) await rm(note, { force: true })
}

const isPostgresOf = async (pid: number, data: string) =>
  (await lifeOf(pid)) !== undefined && (await commandOf(pid)).includes(` ${data} `)

// Fast: end the sessions and write everything out. Then immediate: leave the rest to recovery. Then not asking.
const signals = [
  { signal: 'SIGINT', seconds: 20 },
  { signal: 'SIGQUIT', seconds: 5 },
  { signal: 'SIGKILL', seconds: 5 },
] as const

/** Ends a PostgreSQL server as gently as it lets itself be ended. */
export async function stopProcess(pid: number): Promise<void> {
  for (const { signal, seconds } of signals) {
    if (!send(pid, signal)) return
    for (let tries = seconds * 50; tries > 0; tries--) {
      if ((await lifeOf(pid)) === undefined) return
      await wait(20)
    }
  }
}

/** Whether there is such a process; signal 0 only asks. */
function send(pid: number, signal: NodeJS.Signals | 0) {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
