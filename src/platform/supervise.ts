import { setTimeout as wait } from 'node:timers/promises'
import type { Postmaster } from './postmaster.ts'

export type Supervised = { port: number; stop(): Promise<void> }
type Care = { port: number; say: (sentence: string) => void; again: () => Promise<Postmaster> }

/** Starts the server again whenever it ends unasked, on the port that the pools know, until `stop`. */
export function supervise(first: Postmaster, { port, say, again }: Care): Supervised {
  let server = first
  let stopped = false
  // Should the service end without a word, the database still gets one.
  const goodbye = () => void signal(server.pid)
  process.once('exit', goodbye)
  const watching = watch()

  async function watch() {
    while (!stopped) {
      await server.ended
      if (!stopped) server = await restarted()
    }
  }

  async function restarted(): Promise<Postmaster> {
    say('PostgreSQL ended unexpectedly; it is started again.')
    let said = ''
    for (;;) {
      // One that dies again at once must not keep the machine busy with dying.
      await wait(500)
      if (stopped) return server
      try {
        return await again()
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (reason !== said) say(reason)
        said = reason
      }
    }
  }

  return {
    port,
    async stop() {
      stopped = true
      process.off('exit', goodbye)
      await server.stop()
      await watching
      await server.stop()
    },
  }
}

function signal(pid: number) {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It has ended already.
  }
}
