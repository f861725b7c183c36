import { createHash } from 'node:crypto'

/** Who has something: what kind of holder, and of offices and desks which, of people who. */
export type Holder = string

/** How the world began: what it was told to be. */
type Began = { what: 'began'; seed: number; from: string; days: number; dossiers_per_day: number; tick: number }
/** A thing came into being. */
type Parcel = {
  what: 'parcel'
  code: string
  purpose: string
  holder: Holder
  /** The desk or the office it is bound for, once that is known. */
  bound: string | null
  is_collected: boolean
  /** Where its receiver lives; null where it goes to the police. */
  zone: Zone | null
  dossiers: string[]
}
export type Zone = 'town' | 'rural'
/** A blank set was filled in: now it is bound for a desk. */
type Bound = { what: 'bound'; code: string; bound: string }
/** What truly happened: a thing came into other hands. */
type Moved = { what: 'moved'; code: string; step: string; to: Holder }
/** What the system was told of it, and what it said. */
export type Told = {
  what: 'told'
  code: string
  step: string
  unit: string
  /** Who said it, by name. */
  by: string
  happened: number
  source: 'device' | 'paper'
  verdict: string
  /** Of a door at which nobody took it. */
  door: Door | null
}
/** Why nobody took it, and what the courier did to reach them. */
export type Door = { reason: string; called: number | null; again_on: string | null; notice: boolean }
/** What nobody told; and that all of it was told afterwards. */
type Forgot = { what: 'forgot'; code: string; step: string }
type Mended = { what: 'mended'; code: string }
/** A dossier, and what its desk decided. */
type Taken = {
  what: 'taken in'
  dossier: string
  office: string
  desk: string
  working_days: number | null
  isReturned: boolean
  /** The state's fee, where the counter has it. */
  feePaid: number
}
export type Decided = {
  what: 'decided'
  dossier: string
  decision: 'accepted' | 'extended' | 'waits' | 'goes on' | 'refused' | 'announced'
  due: string | null
}
/** Somebody put things on a sheet and signed it: the desk for the post, or a courier for a desk. What became of it. */
type Released = { what: 'released'; sheet: string; from: Holder; codes: string[] }
type Settled = { what: 'settled'; sheet: string; how: 'accepted' | 'cancelled' }
/** A round was planned, and closed. */
type OfRound = { what: 'round'; round: string; how: 'opened' | 'closed' }
/** What went otherwise than it should. */
type Disturbed = { what: 'disturbed'; how: string; where: string }

export type Entry = { at: number } & (
  | Began
  | Parcel
  | Bound
  | Moved
  | Told
  | Forgot
  | Mended
  | Taken
  | Decided
  | Released
  | Settled
  | OfRound
  | Disturbed
)
type Saying<E> = E extends { at: number } ? Omit<E, 'at'> : never

/** What truly happened and what was told of it, in the order in which it became so. */
export class WorldLog {
  readonly entries: Entry[] = []

  write(at: number, entry: Saying<Entry>) {
    this.entries.push({ at, ...entry } as Entry)
  }

  of<W extends Entry['what']>(what: W): Extract<Entry, { what: W }>[] {
    return this.entries.filter((entry): entry is Extract<Entry, { what: W }> => entry.what === what)
  }

  /** One entry a line, with times that people can read. */
  lines(): string {
    return this.entries.map(entry => `${JSON.stringify(entry, readable)}\n`).join('')
  }

  digest(): string {
    return createHash('sha256').update(this.lines()).digest('hex')
  }
}

const readable = (key: string, value: unknown) =>
  (key === 'at' || key === 'happened' || key === 'called') && typeof value === 'number'
    ? new Date(value).toISOString()
    : value
