import type { DossiersRow, ProcedureFieldsRow } from '../../db/tables.ts'
import type { HolderKind } from '../custody/steps.ts'
import type { IsoDate } from '../kit/time.ts'
import type { Running } from '../promises/standing.ts'

export const ofDossier = [
  'reference',
  'official_code',
  'status',
  'returned_at',
  'return_to',
  'due_on',
  'payer',
  'payment_when',
  'postage_amount',
  'state_fee_amount',
] as const
export const ofDetail = ['reason', 'measure', 'number', 'until'] as const
export const ofField = ['is_sensitive', 'hands'] as const

/** What of a dossier its owner may read. Not whole rows: what is not read cannot be shown by mistake. */
export type Tracked = Pick<DossiersRow, (typeof ofDossier)[number]> &
  Pick<ProcedureFieldsRow, (typeof ofField)[number]> & {
    procedure_name: string
    applicant_name: string
    receiver_name: string
    desk: Place
    office: Place | null
    /** The envelope that counts now: the last one that was made. */
    envelope: Envelope | null
    /** The binding promise of that envelope, if its clock ever started. */
    promise: Promised | null
    /** What the desk waits for. */
    supplement: { items: string[]; reason: string; until: IsoDate } | null
    /** What custody knows of all its envelopes, and what was decided about its papers, each in order. */
    facts: { at: Date; step: string; detail: FactDetail; unit: string | null }[]
    decisions: { at: Date; kind: string }[]
    /** As of `unverifiedOfDossier`. */
    unverified: string[]
  }

/** Why it was not delivered and what follows; which notice was left; until when it is kept. */
type FactDetail = Partial<Record<(typeof ofDetail)[number], string | number | null>>

/** A unit as the public knows it. */
export type Place = { id: string; name: string; address: string | null; phone: string | null }

export type Envelope = {
  purpose: string
  holder_kind: HolderKind
  holder_name: string | null
  last_step: string | null
  /** The receiver chose to fetch it at a post office. */
  is_collected: boolean
  /** Whether it lies at the office that hands it out or delivers it. */
  is_collectable: boolean
  is_sent_back: boolean
  is_lost: boolean
  held_until: IsoDate | null
}

export type Promised = { due_at: Date; at_risk_at: Date; is_stopped: boolean } & Pick<
  Running,
  'paused_at' | 'paused_until'
>
