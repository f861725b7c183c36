import type { Knex } from 'knex'
import type { DossiersRow, ProcedureFieldsRow } from '../../db/tables.ts'
import { isWaiting } from '../blanks/locked-blank.ts'
import type { HolderKind } from '../custody/steps.ts'
import { unverifiedOfDossier } from '../dossiers/unverified-of.ts'
import { columnsOf } from '../kit/columns.ts'
import { tooMany } from '../kit/errors.ts'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'
import type { IsoDate } from '../kit/time.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { blockedFor, limited } from '../people/limit.ts'

const ofDossier = [
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
const ofField = ['is_sensitive', 'hands'] as const

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
    facts: { at: Date; step: string; detail: Record<string, unknown>; unit: string | null }[]
    decisions: { at: Date; kind: string }[]
    /** As of `unverifiedOfDossier`. */
    unverified: string[]
  }

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

export type Promised = { due_at: Date; at_risk_at: Date; is_stopped: boolean; paused_at: Date | null }

/** How a dossier was found: by its secret code, or by a number that anybody may have read on an envelope. */
type Found = Tracked & { is_by_lookup_code: boolean; phone: string | null }

/**
 * What a written code means to the public, and all that its owner may read: one prepared statement, whatever was written,
 * so that a wrong code, a foreign one and an erased one take the same time. Throws `too_many` while one of the keys of
 * `misses` is blocked.
 */
export async function readTracked(
  db: Knex,
  written: string,
  { keys, misses }: { keys: Keys; misses: Parameters<typeof limited>[0] },
): Promise<Found | 'not typed in' | null> {
  const number = written.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const lookup = hmac(keys.index, readLookupCode(written) ?? 'none')
  const item = normaliseItemCode(written)
  const { rows } = await db
    .raw(statement, [lookup, item, ...limited(misses), lookup, number.replaceAll('-', ''), number, item])
    .options({ name: 'tracked' })
  const [{ blocked_for, is_waiting, ...row }]: [Asked & (AsJson | { reference: null })] = rows
  if (blocked_for !== null) throw tooMany(blocked_for)
  if (row.reference !== null) return found(row)
  return is_waiting ? 'not typed in' : null
}

type Asked = { blocked_for: number | null; is_waiting: boolean }

/** Moments inside JSON come as text. */
type AsJson = Omit<Found, 'promise' | 'facts' | 'decisions'> & {
  promise: Written<Promised> | null
  facts: Written<Tracked['facts'][number]>[]
  decisions: Written<Tracked['decisions'][number]>[]
}
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

const found = ({ promise, facts, decisions, ...row }: AsJson): Found => ({
  ...row,
  promise: promise && {
    ...promise,
    due_at: new Date(promise.due_at),
    at_risk_at: new Date(promise.at_risk_at),
    paused_at: promise.paused_at === null ? null : new Date(promise.paused_at),
  },
  facts: facts.map(({ at, ...fact }) => ({ ...fact, at: new Date(at) })),
  decisions: decisions.map(({ at, ...decision }) => ({ ...decision, at: new Date(at) })),
})

// Unions, so that each code is found along its index: as alternatives of one condition they read every dossier.
const meant = `
  select dossier_id as id, true as is_by_lookup_code from lookup_codes where code_index = ? and revoked_at is null
  union all
  (select id, false from (
     select id from dossiers where reference = ?
     union select id from dossiers where official_code = ?
     union select parcel_contents.dossier_id from parcels
       join parcel_contents on parcel_contents.parcel_id = parcels.id
       where parcels.code = ?) as numbered
   order by id limit 1)
  order by is_by_lookup_code desc limit 1`

const place = (unit: string) => `
  case when ${unit}.id is not null
  then json_build_object('id', ${unit}.id, 'name', ${unit}.name, 'address', ${unit}.address, 'phone', ${unit}.phone) end`

const envelope = `
  select parcels.id, json_build_object(
    'purpose', purpose, 'is_collected', is_collected, 'holder_kind', holder_kind, 'holder_name', units.name,
    'last_step', last_step, 'is_collectable', collectable_at is not null, 'is_sent_back', is_sent_back,
    'is_lost', is_lost, 'held_until', held_until) as told
  from parcel_contents
  join parcels on parcels.id = parcel_contents.parcel_id
  join parcel_presents on parcel_presents.parcel_id = parcels.id
  left join units on units.id = parcel_presents.holder_unit
  where parcel_contents.dossier_id = dossiers.id
  order by parcels.id desc limit 1`

const promise = `
  select json_build_object('due_at', due_at, 'at_risk_at', at_risk_at, 'is_stopped', stopped_at is not null, 'paused_at', paused_at)
  from clocks join promise_policies on promise_policies.id = clocks.policy_id
  where clocks.parcel_id = envelope.id and is_binding and inputs->'withdrawn' is null
  limit 1`

const supplement = `
  select json_build_object('items', items, 'reason', reason, 'until', until)
  from supplement_requests where dossier_id = dossiers.id and received_at is null`

const facts = `
  select coalesce(json_agg(
    json_build_object('at', effective_at, 'step', step, 'detail', detail, 'unit', units.name) order by effective_at, seq), '[]')
  from parcel_contents
  join custody_events on custody_events.parcel_id = parcel_contents.parcel_id
  join event_standings on event_standings.event_id = custody_events.id and standing = 'applied'
  left join units on units.id = custody_events.unit_id
  where parcel_contents.dossier_id = dossiers.id`

const decisions = `
  select coalesce(json_agg(json_build_object('at', at, 'kind', kind) order by at), '[]')
  from dossier_events where dossier_id = dossiers.id`

const tracked = `
  select is_by_lookup_code, applicant.phone, applicant.name as applicant_name,
    coalesce(receiver.name, applicant.name) as receiver_name, procedures.name as procedure_name,
    ${[...columnsOf('dossiers', ofDossier), ...columnsOf('procedure_fields', ofField)].join(', ')},
    ${place('desk')} as desk, ${place('office')} as office,
    envelope.told as envelope, (${promise}) as promise, (${supplement}) as supplement,
    (${facts}) as facts, (${decisions}) as decisions, ${unverifiedOfDossier} as unverified
  from (${meant}) as meant
  join dossiers on dossiers.id = meant.id
  join parties as applicant on applicant.dossier_id = dossiers.id and applicant.part = 'applicant'
  left join parties as receiver on receiver.dossier_id = dossiers.id and receiver.part = 'receiver'
  join procedures on procedures.id = dossiers.procedure_id
  join procedure_fields on procedure_fields.id = procedures.field_id
  join units as desk on desk.id = dossiers.desk_id
  left join units as office on office.id = dossiers.return_office
  left join lateral (${envelope}) as envelope on true`

const blank = `
  select from blank_sets join parcel_presents using (parcel_id) join parcels on parcels.id = parcel_id where ${isWaiting}`

/** A blank set that is not typed in yet: its item code only once it was used, because those can be counted on. */
const waiting = `exists (${blank} and lookup_index = ?) or exists (${blank} and parcels.code = ? and next_seq > 1)`

const statement = `
  select throttled.blocked_for, case when tracked.reference is null then ${waiting} end as is_waiting, tracked.*
  from (select ${blockedFor} as blocked_for) as throttled left join (${tracked}) as tracked on true`
