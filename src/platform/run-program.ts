import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Account } from './account.ts'

/** A working folder that every account may enter, unlike the one the service was started in. */
export const anywhere = path.parse(process.execPath).root

/** Nothing of the operator's own PG* or LC_* settings reaches PostgreSQL. */
export const plainEnvironment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** Runs a program to its end as `account`; `ok` when it was found, could be run and ended well. */
export function runProgram(
  file: string,
  args: string[],
  account: Account = {},
): Promise<{ ok: boolean; output: string }> {
  return new Promise(resolve => {
    const child = spawn(file, args, {
      ...account,
      cwd: anywhere,
      env: plainEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
    child.on('error', error => resolve({ ok: false, output: error.message }))
    child.on('close', code => resolve({ ok: code === 0, output: output.trim() }))
  })
}
