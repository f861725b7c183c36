import { readFile, readlink } from 'node:fs/promises'
import os from 'node:os'
import { runProgram } from './run-program.ts'

/**
 * A text that only this one run of a process has, or nothing when it has ended. A number alone does not tell: numbers
 * are used again, and a killed process keeps its own until its parent has taken note.
 */
export async function lifeOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return lifeFromPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name, in brackets, may hold anything; after it come the state and, as the twentieth, the time of its start.
  const [state = 'Z', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat && !'ZX'.includes(state) ? rest[18] : undefined
}

async function lifeFromPs(pid: number) {
  const { ok, output } = await runProgram('ps', ['-o', 'state=,lstart=', '-p', String(pid)])
  return ok && !output.startsWith('Z') ? output.replace(/^\S+\s+/, '') : undefined
}

/** Where process numbers mean the same: this machine since it started, and in it this container. */
export async function processSpace(): Promise<string> {
  if (process.platform !== 'linux') return os.hostname()
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => os.hostname())
  return `${boot.trim()} ${await readlink('/proc/self/ns/pid').catch(() => os.hostname())}`
}

/** What a process was started with, as one text. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return (await runProgram('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).output
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
}
