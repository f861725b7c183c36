import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export type Load = {
  url: string
  path: string
  token?: string
  bodies: readonly string[]
  connections: number
  /** Whether each request says that it comes from another address. */
  isFromMany?: boolean
  /** So many a second, however long answers take; else as fast as they are answered. */
  pace?: number
}
export type Measured = { perSecond: number; p50: number; p99: number; failed: number }

/**
 * Sends every body once over so many kept connections, each waiting for its answer, and answers rates and milliseconds: with
 * a pace from the moment each was due, so that who had to wait for a connection is counted too.
 */
export async function load({ url, path, token, bodies, connections, isFromMany, pace }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const times: number[] = []
  let next = 0
  let failed = 0
  let start = 0
  const one = async () => {
    for (;;) {
      const due = start + (pace ? (next * 1000) / pace : 0)
      const body = bodies[next++]
      if (body === undefined) return
      if (pace) await wait(Math.max(0, due - performance.now()))
      const began = pace ? due : performance.now()
      const address = isFromMany ? { 'x-forwarded-for': `10.${next >> 16}.${(next >> 8) & 255}.${next & 255}` } : {}
      const status = await send(`${url}${path}`, { method: 'POST', agent, headers: { ...headers, ...address } }, body)
      times.push(performance.now() - began)
      if (status !== 200) failed++
    }
  }
  start = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: bodies.length / seconds, p50: at(0.5), p99: at(0.99), failed }
}

const send = (url: string, options: object, body: string) =>
  new Promise<number>((resolve, reject) => {
    const asked = request(url, options, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
