import { Piscina } from 'piscina'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { minute } from '../../src/kit/time.ts'
import type { Documents } from './thread.ts'

let thread: Piscina | null = null

/** From what was built, also where the source runs. It ends when nothing came for a minute, and keeps no process alive. */
const begin = () =>
  new Piscina({
    filename: rootFolder('dist', 'templates', 'documents', 'thread.js'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: minute,
  })

/**
 * Draws a document that may be long (a sheet of a thousand lines takes seconds), one after the other, in a thread of its
 * own: scans do not wait for it. `words` are those the function of that name takes. Throws an error with the message of
 * what that function threw.
 */
export async function drawApart<Name extends keyof Documents>(
  document: Name,
  ...words: Parameters<Documents[Name]>
): Promise<Buffer> {
  thread ??= begin()
  return Buffer.from(await thread.run({ document, words }))
}
