// The one question of a citizen, in SQL.
import { isWaiting } from '../blanks/locked-blank.ts'
import { unverifiedOfDossier } from '../dossiers/unverified-of.ts'
import { columnsOf } from '../kit/columns.ts'
import { blockedFor } from '../people/limit.ts'
import { ofDetail, ofDossier, ofField } from './tracked.ts'

// Unions, so that each code is found along its index: as alternatives of one condition they read every dossier.
const meant = `
  select dossier_id as id, true as is_by_lookup_code from lookup_codes where code_index = :lookup and revoked_at is null
  union all
  (select id, false from (
     select id from dossiers where reference = :reference
     union select id from dossiers where official_code = :number
     union select parcel_contents.dossier_id from parcels
       join parcel_contents on parcel_contents.parcel_id = parcels.id
       where parcels.code = :item) as numbered
   order by id limit 1)
  order by is_by_lookup_code desc limit 1`

const place = (unit: string) => `
  case when ${unit}.id is not null
  then json_build_object('id', ${unit}.id, 'name', ${unit}.name, 'address', ${unit}.address, 'phone', ${unit}.phone) end`

const envelope = `
  select parcels.id, json_build_object(
    'purpose', purpose, 'is_collected', is_collected, 'holder_kind', holder_kind, 'holder_name', units.name,
    'last_step', last_step, 'is_sent_back', is_sent_back,
    'is_collectable', holder_kind = 'post_office' and holder_unit = coalesce(redirected_to, destination_unit),
    'is_lost', is_lost, 'held_until', held_until) as told,
    case destination_kind when 'recipient' then redirected_to end as redirected_to
  from parcel_contents
  join parcels on parcels.id = parcel_contents.parcel_id
  join parcel_presents on parcel_presents.parcel_id = parcels.id
  left join units on units.id = parcel_presents.holder_unit
  where parcel_contents.dossier_id = dossiers.id
  order by parcels.id desc limit 1`

const promise = `
  select json_build_object('due_at', due_at, 'at_risk_at', at_risk_at, 'is_stopped', stopped_at is not null, 'paused_at', paused_at,
    'paused_until', paused_until)
  from clocks join promise_policies on promise_policies.id = clocks.policy_id
  where clocks.parcel_id = envelope.id and clock = 'delivery' and is_binding and inputs->'withdrawn' is null
  limit 1`

const supplement = `
  select json_build_object('items', items, 'reason', reason, 'until', until)
  from supplement_requests where dossier_id = dossiers.id and received_at is null`

const facts = `
  select coalesce(json_agg(
    json_build_object('at', effective_at, 'step', step, 'unit', units.name,
      'detail', json_build_object(${ofDetail.map(name => `'${name}', detail->'${name}'`).join(', ')}))
    order by effective_at, seq), '[]')
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
  left join lateral (${envelope}) as envelope on true
  left join units as office on office.id = coalesce(envelope.redirected_to, dossiers.return_office)`

const blank = `
  select from blank_sets join parcel_presents using (parcel_id) join parcels on parcels.id = parcel_id where ${isWaiting}`

/** A blank set that is not typed in yet: its item code only once it was used, because those can be counted on. */
const waiting = `exists (${blank} and lookup_index = :lookup) or exists (${blank} and parcels.code = :item and next_seq > 1)`

/** One row, whatever was asked. Bindings: `lookup`, `reference`, `number`, `item`, and those of `limited`. */
export const statement = `
  select throttled.blocked_for, case when tracked.reference is null then ${waiting} end as is_waiting, tracked.*
  from (select ${blockedFor} as blocked_for) as throttled left join (${tracked}) as tracked on true`
