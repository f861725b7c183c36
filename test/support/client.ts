import { randomUUID } from 'node:crypto'

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails on anything else
type Json = any
export type Answer = { status: number; body: Json; headers: Headers }
export type Client = {
  token: string | null
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The bytes of a document. */
  file(path: string): Promise<{ status: number; type: string | null; bytes: Buffer }>
}

/** Talks to the API as a program does, with a bearer token and an Idempotency-Key on what creates. */
export function client(base: string, token: string | null): Client {
  const authorization = token ? { Authorization: `Bearer ${token}` } : {}
  const call = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${base}/api/v1${path}`, {
      method,
      ...init,
      headers: { ...authorization, ...init.headers } as Record<string, string>,
    })
  return {
    token,
    get: async path => answer(await call('GET', path)),
    post: async (path, body = {}, headers = {}) =>
      answer(
        await call('POST', path, {
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${randomUUID()}"`, ...headers },
        }),
      ),
    async file(path) {
      const reply = await call('GET', path)
      return {
        status: reply.status,
        type: reply.headers.get('content-type'),
        bytes: Buffer.from(await reply.arrayBuffer()),
      }
    },
  }
}

async function answer(reply: Response): Promise<Answer> {
  const text = await reply.text()
  return { status: reply.status, body: text ? JSON.parse(text) : null, headers: reply.headers }
}
