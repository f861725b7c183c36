import { z } from 'zod'
import { StartError } from '../platform/start-error.ts'
import { readCheckpoint } from './checkpoint.ts'
import { isConsistent } from './merkle.ts'
import { cosignatureLine, isSigned, readVkey, type Verifier, vkeyOf } from './note.ts'
import { growth, logHead } from './schemas.ts'
import { keep, kept, witnessSeed } from './witness-folder.ts'

export type Watch = { log: string; folder: string; name: string; now: Date; say: (sentence: string) => void }
type Head = NonNullable<ReturnType<typeof readCheckpoint>>

/**
 * One round of a witness: fetches the newest checkpoint, holds it to the log's key and to the last one it signed, keeps it
 * on disk, and only then cosigns it. Answers the size it cosigned. Throws StartError, loudly, where the log was rewound,
 * forked, signed by another key, or cannot prove that it only grew; nothing is signed then.
 */
export async function cosignLog(watch: Watch): Promise<number> {
  const isNew = (await kept(watch.folder, 'seed')) === null
  const own = { name: watch.name, seed: await witnessSeed(watch.folder) }
  if (isNew) watch.say(`The key of this witness, for the log's WITNESS_KEYS: ${vkeyOf(own, 4)}`)
  const key = await logKey(watch)
  const text = await fetched(watch.log, 'log/checkpoint')
  const head = readCheckpoint(text)
  if (!head || head.origin !== key.name || !isSigned(head.note, key))
    throw refused('its key did not sign this checkpoint')
  await holdToLast(watch, head)
  // First kept, then signed: after a power cut it must not sign another history of what it had signed.
  await keep(watch.folder, 'last', text)
  const line = cosignatureLine(head.note.text, own, Math.floor(watch.now.getTime() / 1000))
  await send(watch, { size: head.size, line }, vkeyOf(own, 4))
  return head.size
}

/** The key that was met first is the only one that is believed from then on. */
async function logKey({ log, folder, say }: Watch): Promise<Verifier> {
  const known = await kept(folder, 'logKey')
  const { keys } = parsed(logHead, await fetched(log, 'log'))
  const [vkey] = known === null ? keys : [known]
  const key = readVkey(vkey ?? '')
  if (!vkey || key?.type !== 1) throw refused('it has no key that can be read')
  if (known !== null && !keys.includes(known)) throw refused('it shows another key than the one met first')
  if (known === null) {
    await keep(folder, 'logKey', vkey)
    say(`First meeting: from now on only this key of the log is believed. Compare it with its owner: ${vkey}`)
  }
  return key
}

/** Throws unless the log only grew since the last checkpoint that was kept. */
async function holdToLast({ log, folder }: Watch, head: Head) {
  const text = await kept(folder, 'last')
  if (text === null) return
  const last = readCheckpoint(text)
  if (!last) throw new StartError(`The last checkpoint in ${folder} is damaged: restore it from its backup.`)
  if (head.size < last.size) throw refused(`it was REWOUND from ${last.size} facts to ${head.size}`)
  const path = head.size === last.size ? [] : await growthOf(log, last.size, head.size)
  if (!isConsistent(last, head, path))
    throw refused(`it was FORKED: its ${head.size} facts do not begin with the ${last.size} signed before`)
}

async function growthOf(log: string, from: number, to: number): Promise<Buffer[]> {
  const { hashes } = parsed(growth, await fetched(log, `log/consistency?from=${from}&to=${to}`))
  return hashes.map(hash => Buffer.from(hash, 'base64'))
}

const refused = (why: string) => new StartError(`REFUSED, nothing was signed: the log cannot be trusted, ${why}.`)

async function send({ log }: Watch, cosignature: { size: number; line: string }, vkey: string) {
  const reply = await call(log, 'log/cosignatures', {
    method: 'POST',
    body: JSON.stringify(cosignature),
    headers: { 'Content-Type': 'application/json' },
  })
  if (reply.status === 403)
    throw new StartError(`The log does not know this witness yet. Its WITNESS_KEYS need ${vkey}`)
  if (!reply.ok) throw new StartError(`The log did not take the cosignature (${reply.status}): ${await reply.text()}`)
}

async function fetched(log: string, path: string): Promise<string> {
  const reply = await call(log, path)
  if (!reply.ok) throw new StartError(`The log answers ${reply.status} to ${path}; nothing was signed.`)
  return reply.text()
}

const patience = 30_000

async function call(log: string, path: string, init: RequestInit = {}): Promise<Response> {
  const url = `${log.replace(/\/$/, '')}/api/v1/${path}`
  return fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) }).catch(error => {
    throw new StartError(`The log cannot be reached at ${url}: ${error.cause?.message ?? error.message}.`)
  })
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const answer = z.string().transform((json, context) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  })
  const read = answer.pipe(schema).safeParse(text)
  if (!read.success) throw refused('its answer cannot be read')
  return read.data
}
