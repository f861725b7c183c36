import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { ExecutionContext } from 'ava'
import { scratchFolder } from './scratch-folder.ts'

type Run = {
  child: ChildProcess
  text: () => string
  said: (words: RegExp) => Promise<RegExpExecArray>
  ended: Promise<number | null>
}

/** The product as an operator starts it, with these settings and no others. */
export function start(settings: Record<string, string>): Run {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      text += chunk
    })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const said = async (words: RegExp) => {
    for (;;) {
      const found = words.exec(text)
      if (found) return found
      await Promise.race([
        once(child.stdout ?? child, 'data'),
        ended.then(() => {
          if (!words.test(text)) throw new Error(`ended without saying ${words}:\n${text}`)
        }),
      ])
    }
  }
  return { child, text: () => text, said, ended }
}

/** Ctrl-C, as an operator stops it. */
export async function stopped({ child, ended }: Run) {
  child.kill('SIGINT')
  return ended
}

/** A folder of this test alone. */
export async function folder(t: ExecutionContext, name: string): Promise<string> {
  const made = await scratchFolder(name)
  t.teardown(() => rm(made, { recursive: true, force: true }))
  return made
}

export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return String(typeof address === 'object' ? address?.port : 0)
}
