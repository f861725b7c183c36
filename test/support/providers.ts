import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ExecutionContext } from 'ava'
import { SMTPServer } from 'smtp-server'

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Sent = { key: string; path: string; headers: IncomingMessage['headers']; body: any }
/** What a provider does with one request: answers, hangs until the caller gives up, or breaks the line; before or after its effect. */
export type Doing = {
  status?: number
  body?: unknown
  headers?: Record<string, string>
  hangs?: true
  breaks?: true
  /** Done, although the answer says nothing of it. */
  took?: true
}

/** A provider of messages as it stands on the network: a real server, whose every request can be made to go wrong. */
export async function httpProvider(
  t: Pick<ExecutionContext, 'teardown'>,
  next: (sent: Sent, n: number) => Doing = () => ({}),
) {
  const asked: Sent[] = []
  /** By idempotency key, as a provider keeps it: a second request with the same key has no effect. */
  const effects = new Map<string, Sent>()
  const provider = { url: '', asked, effects, next }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const sent = {
      key: String(request.headers['idempotency-key']),
      path: String(request.url),
      headers: request.headers,
      body: JSON.parse(await text(request)),
    }
    asked.push(sent)
    const { status = 200, body = { error: 0 }, headers = {}, hangs, breaks, took } = provider.next(sent, asked.length)
    const isDone = took || (status < 300 && !hangs && !breaks)
    if (isDone && !effects.has(sent.key)) effects.set(sent.key, sent)
    if (breaks) request.socket.destroy()
    else if (!hangs)
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
  const server = createServer(
    (request, response) => void answer(request, response).catch(() => request.socket.destroy()),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  return provider
}

type Mail = { to: string[]; raw: string }

/** A mail server on a real socket; `refuse` answers an address with a code. */
export async function mailServer(
  t: Pick<ExecutionContext, 'teardown'>,
  refuse: (to: string) => number | null = () => null,
) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _, done) {
      const code = refuse(address)
      done(code ? Object.assign(new Error('refused'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      void text(stream).then(raw => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      }, done)
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  t.teardown(() => new Promise<void>(done => server.close(() => done())))
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, mails }
}

/**
 * A mail server that says its first replies, and then keeps its caller: a line now and then, for a long time not the last
 * one. `left` is when the caller has gone.
 */
export async function tarpit(t: Pick<ExecutionContext, 'teardown'>, replies: number) {
  let leave = () => {}
  const left = new Promise<void>(done => {
    leave = done
  })
  const server = createTcpServer(socket => {
    let said = 0
    const say = () => {
      const code = said ? 250 : 220
      if (said++ < replies) socket.write(`${code} yes\r\n`)
      else if (said === replies + 1) dribble(socket, code)
    }
    socket.on('error', () => {})
    socket.on('close', leave)
    socket.on('data', say)
    say()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => new Promise<void>(done => server.close(() => done())))
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, left }
}

function dribble(socket: Socket, code: number) {
  let lines = 0
  const dribbling = setInterval(() => socket.write(++lines < 100 ? `${code}-wait\r\n` : '421 no\r\n'), 30)
  socket.on('close', () => clearInterval(dribbling))
}

/** The words of a mail, whatever they were wrapped in for the way. */
export function wordsOf({ raw }: Mail): string {
  const unwrapped = raw
    .replace(/=\r\n/g, '')
    .replace(/(=[0-9A-F]{2})+/g, bytes => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
  return unwrapped.replace(
    /\r\n?([A-Za-z0-9+/=\r\n]{200,})/g,
    (whole, body) => `${whole}\n${Buffer.from(body, 'base64').toString('utf8')}`,
  )
}
