import type { Consequence } from '../custody/consequence.ts'
import type { Keys } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'

/** What every verb of this slice is handed beside the deed: who, when, the keys, and what follows a scan. */
export type Doing = { by: Actor; now: Date; keys: Keys; consequences: readonly Consequence[] }
