// A tree head of the log as text (C2SP tlog-checkpoint): origin, size and root, a line each. Pure.
import type { House } from '../platform/house.ts'
import { type Note, readNote, type Signer } from './note.ts'

export type Checkpoint = { origin: string; size: number; root: Buffer }

/** What names the log: its configured name, else where people find us. */
export type LogHouse = Pick<House, 'keys' | 'publicUrl' | 'logName'>

/** Who signs the checkpoints of this log. */
export const logSigner = ({ keys, publicUrl, logName }: LogHouse): Signer => ({
  name: logName ?? `${new URL(publicUrl).hostname}/buu-tram`,
  seed: keys.log,
})

/** The text that is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

/** Reads a signed checkpoint, believing nothing yet; null where it is none. */
export function readCheckpoint(note: string): (Checkpoint & { note: Note }) | null {
  const read = readNote(note)
  const [origin, size, root, ...more] = read?.text.split('\n') ?? []
  if (!read || !origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || more.at(-1) !== '') return null
  const bytes = Buffer.from(root ?? '', 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== root) return null
  return { origin, size: Number(size), root: bytes, note: read }
}
