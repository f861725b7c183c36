import type { ParcelsRow } from '../../db/tables.ts'
import type { IsoDate } from '../kit/time.ts'
import type { UnitKind } from '../people/actor.ts'
import type { Role } from '../people/roles.ts'
import type { HolderKind, Step } from './steps.ts'

export type Holder = { kind: HolderKind; unit: string | null; person: string | null }

/** What the fold must know of the parcel itself. */
export type Thing = Pick<
  ParcelsRow,
  'created_at' | 'purpose' | 'destination_kind' | 'destination_unit' | 'hands' | 'zone'
> & {
  origin: Holder
  on_route: readonly string[]
}

export type Detail = Record<string, string | number | boolean>

/** A fact somebody stands for. `corrects` names the fact that it takes away. */
export type Fact = {
  id: string
  step: Step | 'correct'
  person: string
  role: Role
  unit: string | null
  unit_kind: UnitKind | null
  device: string | null
  counter: number | null
  /** By the clock or the paper of whoever says it. */
  occurred_at: Date
  /** As it is reckoned here: not after it was recorded, nor before what it follows from. */
  effective_at: Date
  corrects: string | null
  detail: Detail
}

export type Flag = 'jump' | 'misrouted' | 'wrong_hands'
/** Restating: it says what already holds, and is kept, because what it restates may be taken back. */
export const standings = ['applied', 'restating', 'contradicting', 'corrected'] as const
export type Standing = { standing: (typeof standings)[number]; flags: Flag[] }

/** Where a parcel is and what was said of it: a pure function of the set of its facts. */
export type Present = {
  holder: Holder
  since: Date
  last: Fact | null
  is_over: boolean
  is_lost: boolean
  is_misrouted: boolean
  is_sent_back: boolean
  attempts: number
  held_until: IsoDate | null
  bag: string | null
  redirected_to: string | null
  handed_back_at: Date | null
  collectable_at: Date | null
  ended_at: Date | null
}
