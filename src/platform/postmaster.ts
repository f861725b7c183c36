import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from './data-place.ts'
import { stopOrphan, stopProcess } from './orphan.ts'
import type { Programs } from './postgres-programs.ts'
import { anywhere, plainEnvironment } from './run-program.ts'
import { StartError } from './start-error.ts'

/** What it takes to start one server; `log` is the file it writes to. */
export type Start = { place: Place; programs: Programs; log: string; settings: Record<string, string> }
export type Postmaster = { pid: number; ended: Promise<void>; stop(): Promise<void> }

/** Starts PostgreSQL and answers when it takes connections. Throws `StartError` with its own last words otherwise. */
export async function startPostmaster(start: Start, port: number): Promise<Postmaster> {
  await stopOrphan(start.place.data)
  const said = (await stat(start.log).catch(() => undefined))?.size ?? 0
  const child = await spawnPostgres(start, port)
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  while (!(await isReady(start.place.data, child))) {
    if (hasEnded(child)) throw new StartError(`PostgreSQL did not start: ${await lastWords(start.log, said)}`)
    await wait(20)
  }
  const pid = child.pid ?? 0
  return {
    pid,
    ended,
    async stop() {
      if (!hasEnded(child)) await stopProcess(pid)
    },
  }
}

/** In a process group of its own, so that Ctrl-C reaches the service alone, which stops it when it has finished. */
async function spawnPostgres({ place, programs, log, settings }: Start, port: number) {
  const output = await open(log, 'a', 0o600)
  const wishes = { ...always, port: String(port), ...settings }
  const args = ['-D', place.data, ...Object.entries(wishes).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = spawn(programs.postgres, args, {
    ...place.account,
    cwd: anywhere,
    env: plainEnvironment,
    detached: true,
    // A file, not a pipe: the server may outlive us and must not lose its voice.
    stdio: ['ignore', output.fd, output.fd],
  })
  child.on('error', () => {})
  child.unref()
  await output.close()
  return child
}

const always = { listen_addresses: '127.0.0.1', unix_socket_directories: '', cluster_name: 'buu_tram' }

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid === undefined || exitCode !== null || signalCode !== null

/** PostgreSQL notes its number in the first line of this file and its state in the eighth. */
async function isReady(data: string, { pid }: ChildProcess) {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function lastWords(log: string, from: number) {
  const lines = (await readFile(log)).subarray(from).toString().trim().split('\n')
  const fatal = lines.findLast(line => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? ''
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '') || `see ${log}`
}
