import type { Knex } from 'knex'
import { holdings } from '../custody/holdings.ts'
import type { HolderKind, Step } from '../custody/steps.ts'
import { notFound } from '../kit/errors.ts'

export type Held = {
  /** By which step it came there; null: there it began. */
  step: Step | null
  kind: HolderKind
  unit: string | null
  person: string | null
  since: Date
  /** Null while it is there. */
  until: Date | null
  minutes: number
}

/**
 * Who had a parcel for how long, from its beginning until it came to whom it is for: the first thing a supervisor asks of a
 * late one. From custody alone. Throws notFound.
 */
export async function whereTimeWent(db: Knex, code: string, now: Date): Promise<Held[]> {
  const { rows } = await db.raw<{ rows: Held[] }>(
    `select step, held.kind, units.name as unit, people.name as person, since, until,
       (extract(epoch from coalesce(until, :now) - since) / 60)::float as minutes
     from ${holdings('parcels.code = :code')} as held
     left join units on units.id = held.unit
     left join people on people.id = held.person
     order by since, until nulls last`,
    { code, now },
  )
  if (!rows.length) throw notFound('Không có bưu gửi này.')
  return rows
}
