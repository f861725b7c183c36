import type { Knex } from 'knex'
import type { HandoverSheet } from '../../templates/documents/handover-sheet.ts'
import { sha256 } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { unitById } from '../places/queries.ts'
import { directions, modes } from './options.ts'
import { handoverById } from './queries.ts'
import { noteOf, type SheetLine, sheetLines } from './sheet-lines.ts'

/**
 * Keeps every word of the sheet as it is at this signature, in the transaction that signs. It is drawn afterwards: parcels
 * must not wait for a PDF. Call it after everything that the paper says is written.
 */
export async function signSheet(
  db: Knex,
  id: string,
  side: 'giver' | 'taker',
  { by, at }: { by: Actor; at: Date },
): Promise<void> {
  const content = JSON.stringify({ ...(await contentOf(db, id, at)), record: await recordOf(db, id) })
  const digest = sha256(content)
  await db('handover_sheets').insert({ handover_id: id, side, content, digest, signed_at: at, signed_by: by.id })
}

/** What the tables say at this moment, by their own names, so that it can be compared later. */
async function recordOf(db: Knex, id: string) {
  const { rows } = await db.raw(
    `select to_jsonb(h) - 'cancelled_at' - 'cancelled_by' - 'cancelled_reason' as sheet,
       (select jsonb_agg(to_jsonb(r) - 'handover_id' order by r.parcel_id) from handover_parcels r where r.handover_id = h.id) as rows
     from handovers h where h.id = :id`,
    { id },
  )
  return rows[0]
}

const bodies = { post_office: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG', police_unit: 'CÔNG AN TỈNH ĐẮK NÔNG' }

async function contentOf(db: Knex, id: string, at: Date): Promise<HandoverSheet> {
  const { giver, taker, released_at, accepted_at, ...handover } = await handoverById(db, id, 'all')
  const unit = await unitById(db, giver.unit)
  const lines = await sheetLines(db, id)
  const namesPeople = !(await hasDriver(db, [giver.person, taker.person], at))
  return {
    number: handover.number,
    parentBody: bodies[unit.kind],
    unit: unit.name.toUpperCase(),
    direction: directions[handover.direction],
    giver: { unit: giver.unit_name, person: giver.name ?? '', at: released_at },
    taker: { unit: taker.unit_name, person: taker.name ?? '', at: accepted_at },
    mode: handover.mode && modes[handover.mode],
    paperNumber: handover.paper_number,
    reservation: handover.reservation,
    marks: [...(handover.is_self ? ['tự giao nhận'] : []), ...(handover.is_implicit ? ['không có bảng giao'] : [])],
    lines: lines.map(line => ({ ...line, applicant: namesPeople ? line.applicant : null, note: noteOf(line) })),
    ...differencesOf(lines),
    checkpoint: await lastCheckpoint(db),
    madeAt: at,
  }
}

function differencesOf(lines: readonly SheetLine[]) {
  const codesOf = (chosen: SheetLine[]) => [...new Set(chosen.map(({ code }) => code))]
  return {
    short: codesOf(lines.filter(line => line.is_listed && line.is_accepted === false)),
    over: codesOf(lines.filter(line => !line.is_listed)),
  }
}

/** With the root of the log on it, every paper in an archive is a witness of all history before it. */
async function lastCheckpoint(db: Knex): Promise<HandoverSheet['checkpoint']> {
  const last = await db('checkpoints').orderBy('size', 'desc').first('size', 'root')
  return last ? { size: Number(last.size), root: last.root.toString('hex') } : null
}

/** A driver moves bags: codes, no names. Whoever is a courier too has the names anyway. */
async function hasDriver(db: Knex, people: readonly (string | null)[], at: Date): Promise<boolean> {
  const { rows } = await db.raw(
    `select from assignments
     where person_id = any(:people::uuid[]) and since <= :at and (until is null or until > :at)
       and role in ('driver', 'courier')
     group by person_id having bool_and(role = 'driver')`,
    { people: people.filter(person => person !== null), at },
  )
  return rows.length > 0
}
