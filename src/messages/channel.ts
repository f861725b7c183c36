import type { Channel } from './fallback.ts'
import type { OwnTrouble } from './options.ts'

/** A message as it leaves: to one address, in the words of its channel. */
export type Letter = {
  /** Of the row: the provider's idempotency key, so that one sent twice has one effect. */
  id: string
  to: string
  kind: string
  text: string
  subject: string
  html: string
  /** Where one click stops what comes to this address; of letters to staff none. */
  stopAt: string | null
  zalo: { template_id: string; data: Record<string, string> } | null
}

/** A code of ours or of the provider, never their words, in which a number may stand. */
export type Trouble = OwnTrouble | `http ${number}` | `smtp ${string}` | `zalo ${number}`

/** What the provider made of it. `permanent` is said of this address or message: the next channel has its turn. */
export type Outcome =
  | { is: 'sent' }
  | { is: 'permanent' | 'temporary'; trouble: Trouble }
  | { is: 'limited'; trouble: Trouble; wait: number }

/** The small interface behind which every provider stands. It answers within its patience, whatever the provider does, and never throws. */
export type Send = (letter: Letter) => Promise<Outcome>

/** What this installation can send by; a channel that is not set up is not there. */
export type Channels = Partial<Record<Channel, Send>>
