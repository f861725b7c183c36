import type { Keys } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import type { House } from '../platform/house.ts'
import type { Consequence } from './consequence.ts'

/** The house of those whose verbs move parcels: it knows what follows. */
export type WorkingHouse = House & { consequences: readonly Consequence[] }

/** What a verb is told beside the deed: who does it, when, with which keys, and what follows a scan. */
export type Doing = { by: Actor; now: Date; keys: Keys; consequences: readonly Consequence[] }

/** The same, out of a call of the API or of a page. */
export const doingOf = ({ keys, consequences }: WorkingHouse, { actor, now }: { actor: Actor; now: Date }): Doing => ({
  by: actor,
  now,
  keys,
  consequences,
})
