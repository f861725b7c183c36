import type { Knex } from 'knex'
import { addMs } from '../kit/time.ts'
import type { Flag } from './fact.ts'
import { shift } from './may-not-correct.ts'
import type { Verdict } from './scan.ts'
import type { HolderKind } from './steps.ts'

/** A scan as its person sees it afterwards: what was said, what became of it, who holds the parcel by what was known then. */
export type ScanLine = {
  id: string
  step: string
  code: string
  received_at: Date
  verdict: Verdict['verdict']
  reason: NonNullable<Verdict['reason']> | null
  message: string | null
  flags: Flag[] | null
  holder_kind: HolderKind | null
  holder_unit: string | null
  holder_person: string | null
  is_corrected: boolean
  /** Nothing came after it, and the shift is not over: its person may take it back. */
  is_last: boolean
}

/** The scans named by `ids`, of this person only, in that order. */
export async function scanLines(db: Knex, ids: readonly string[], person: string, now: Date): Promise<ScanLine[]> {
  const lines = await read(db, 'and scans.id = any(:ids::uuid[])', { ids: [...ids], person, now, limit: ids.length })
  const byId = new Map(lines.map(line => [line.id, line]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** What a person scanned last, the latest first. */
export const lastScans = (db: Knex, person: string, now: Date, limit = 10): Promise<ScanLine[]> =>
  read(db, '', { person, now, limit })

type Asked = { person: string; now: Date; limit: number; ids?: string[] }

async function read(db: Knex, which: string, { now, ...asked }: Asked): Promise<ScanLine[]> {
  const { rows } = await db.raw(
    `select scans.id, scans.body->>'step' as step, scans.body->>'code' as code, scans.received_at, scans.verdict,
            scans.answer->>'reason' as reason, scans.answer->>'message' as message, scans.answer->'flags' as flags,
            scans.answer#>>'{parcel,holder,kind}' as holder_kind,
            units.name as holder_unit, people.name as holder_person,
            coalesce(event_standings.standing = 'corrected', false) as is_corrected,
            parcel_presents.last_event is not null and scans.received_at > :since as is_last
     from scans
     left join event_standings on event_standings.event_id = scans.event_id
     left join parcel_presents on parcel_presents.parcel_id = event_standings.parcel_id
       and parcel_presents.last_event = scans.event_id
     left join units on units.id = scans.answer#>>'{parcel,holder,unit}'
     left join people on people.id = (scans.answer#>>'{parcel,holder,person}')::uuid
     where scans.person_id = :person and scans.verdict is not null and scans.body->>'step' <> 'correct'
       and scans.body->>'bag' is null ${which}
     order by scans.received_at desc, scans.id
     limit :limit`,
    { ...asked, since: addMs(now, -shift) },
  )
  return rows
}
