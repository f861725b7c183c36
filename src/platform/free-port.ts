import { once } from 'node:events'
import { createServer } from 'node:net'

/** The wished port of 127.0.0.1, or any that is free when it is taken. */
export async function freePort(wished = 0): Promise<number> {
  const server = createServer().listen(wished, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : freePort()
}
