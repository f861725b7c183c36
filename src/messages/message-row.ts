import type { Knex } from 'knex'
import type { MessagesRow, ParcelsRow } from '../../db/tables.ts'
import { nextDeparture, readDepartures } from '../places/departures.ts'
import { readCalendars } from '../places/queries.ts'
import type { Channel } from './fallback.ts'
import { reachedBy, toldOnce } from './reached.ts'
import { isOvertaken, stands } from './standing.ts'

type Own = Pick<
  MessagesRow,
  | 'id'
  | 'kind'
  | 'channel'
  | 'dossier_id'
  | 'part'
  | 'parcel_id'
  | 'event_id'
  | 'decision_id'
  | 'alert_id'
  | 'unit_id'
  | 'level'
  | 'day'
  | 'attempts'
  | 'leases'
  | 'lease_until'
  | 'caused_at'
  | 'not_after'
>

/** A message with all that its words and its address are made of, as of now. Of one to an office only the last three are there. */
export type MessageRow = Own &
  Pick<ParcelsRow, 'amount_to_collect' | 'hands'> & {
    reference: string
    chosen: Channel
    name: string
    phone: string | null
    email: string | null
    office: string | null
    purpose: ParcelsRow['purpose'] | null
    is_collected: boolean
    others: number
    due_on: string | null
    promised_by: Date | null
    items: string[] | null
    supplement_until: string | null
    detail: Record<string, unknown>
    is_lost: boolean
    is_astray: boolean
    was_tried: boolean
    stands: boolean
    is_overtaken: boolean
    unit_name: string
    /** The office whose next round brings it, where it is late and lies there or is with its courier. */
    leaves_from: string | null
    next_round: NextRound
  }
type NextRound = (from: Date) => Date | null

const promise = `
  select due_at from clocks join promise_policies on promise_policies.id = clocks.policy_id
  where clocks.parcel_id = messages.parcel_id and clock = 'delivery' and is_binding and stopped_at is null and paused_at is null
  limit 1`

const others = `
  select count(*)::integer from parcel_contents
  join dossiers as other_dossiers on other_dossiers.id = parcel_contents.dossier_id and other_dossiers.id <> dossiers.id
  join parties as other_applicant on other_applicant.dossier_id = other_dossiers.id and other_applicant.part = 'applicant'
  left join parties as other_receiver on other_receiver.dossier_id = other_dossiers.id and other_receiver.part = 'receiver'
    and messages.part = 'receiver'
  where parcel_contents.parcel_id = messages.parcel_id and ${toldOnce('other_')} = ${toldOnce()}`

const isNearReceiver = `messages.alert_id is not null and not parcels.is_collected and not parcel_presents.is_lost
  and parcel_presents.holder_kind in ('post_office', 'courier')
  and parcel_presents.holder_unit = coalesce(parcel_presents.redirected_to, parcels.destination_unit)`

const sql = `
  select messages.id, messages.kind, messages.channel, messages.dossier_id, messages.part, messages.parcel_id,
    messages.event_id, messages.decision_id, messages.alert_id, messages.unit_id, messages.level, messages.day,
    messages.attempts, messages.leases, messages.lease_until, messages.caused_at, messages.not_after,
    dossiers.reference, dossiers.notify as chosen, dossiers.due_on,
    coalesce(receiver.name, applicant.name) as name, ${reachedBy('phone')} as phone,
    coalesce(office_to.email, ${reachedBy('email')}) as email,
    office.name as office, office_to.name as unit_name,
    parcels.purpose, coalesce(parcels.is_collected, dossiers.return_to = 'post_office') as is_collected,
    parcels.amount_to_collect, parcels.hands, (${others}) as others, (${promise}) as promised_by,
    asked.items, asked.until as supplement_until,
    coalesce(custody_events.detail, dossier_events.detail, '{}') as detail,
    coalesce(parcel_presents.is_lost, false) as is_lost, coalesce(parcel_presents.is_misrouted, false) as is_astray,
    coalesce(parcel_presents.attempts, 0) > 0 as was_tried,
    case when ${isNearReceiver} then parcel_presents.holder_unit end as leaves_from,
    ${stands} as stands, ${isOvertaken} as is_overtaken
  from messages
  left join dossiers on dossiers.id = messages.dossier_id
  left join parties as applicant on applicant.dossier_id = messages.dossier_id and applicant.part = 'applicant'
  left join parties as receiver on receiver.dossier_id = messages.dossier_id and receiver.part = 'receiver' and messages.part = 'receiver'
  left join units as office_to on office_to.id = messages.unit_id
  left join parcels on parcels.id = messages.parcel_id
  left join parcel_presents on parcel_presents.parcel_id = messages.parcel_id
  left join units as office on office.id = coalesce(parcel_presents.redirected_to, dossiers.return_office)
  left join custody_events on custody_events.id = messages.event_id
  left join dossier_events on dossier_events.id = messages.decision_id
  left join supplement_requests as asked on asked.dossier_id = messages.dossier_id and asked.received_at is null
  where messages.id = any(:ids)
  order by messages.not_before, messages.id`

/** These messages as they are now, with whether their cause still stands. */
export async function messageRows(db: Knex, ids: readonly string[]): Promise<MessageRow[]> {
  if (!ids.length) return []
  const { rows } = await db.raw<{ rows: Omit<MessageRow, 'next_round'>[] }>(sql, { ids: [...ids] })
  const roundsFrom = rows.some(({ leaves_from }) => leaves_from) ? await readRounds(db) : () => never
  return rows.map(row => ({ ...row, next_round: row.leaves_from ? roundsFrom(row.leaves_from) : never }))
}

const never: NextRound = () => null

/** When the next round leaves each office, by the timetable. */
async function readRounds(db: Knex): Promise<(office: string) => NextRound> {
  const calendars = await readCalendars(db)
  const rounds = (await readDepartures(db)).filter(({ to_unit }) => to_unit === null)
  return office => from =>
    nextDeparture(
      rounds.filter(({ from_unit }) => from_unit === office),
      from,
      calendars('counter', office),
    )
}
