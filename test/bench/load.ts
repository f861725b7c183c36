import { Agent, request } from 'node:http'

export type Load = {
  url: string
  path: string
  token?: string
  bodies: readonly string[]
  connections: number
  /** Whether each request says that it comes from another address. */
  isFromMany?: boolean
}
export type Measured = { perSecond: number; p50: number; p99: number; failed: number }

/** Sends every body once over so many kept connections, each waiting for its answer, and answers rates and milliseconds. */
export async function load({ url, path, token, bodies, connections, isFromMany }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const times: number[] = []
  let next = 0
  let failed = 0
  const one = async () => {
    for (;;) {
      const body = bodies[next++]
      if (body === undefined) return
      const began = performance.now()
      const address = isFromMany ? { 'x-forwarded-for': `10.${next >> 16}.${(next >> 8) & 255}.${next & 255}` } : {}
      const status = await send(`${url}${path}`, { method: 'POST', agent, headers: { ...headers, ...address } }, body)
      times.push(performance.now() - began)
      if (status !== 200) failed++
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - began) / 1000
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
