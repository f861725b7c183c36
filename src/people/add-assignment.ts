import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { conflict } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import { isViolation } from '../platform/violation.ts'
import type { Actor } from './actor.ts'
import { type NewAssignment, unitFor } from './assignment-form.ts'
import { audit } from './audit.ts'

/** Gives somebody one more role, from now on. Throws conflict when they hold it already. */
export async function addAssignment(
  db: Knex,
  { person, ...assignment }: NewAssignment & { person: string },
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  await db.transaction(async trx => {
    const unit_id = await unitFor(trx, assignment, localDate(now))
    const { role } = assignment
    await insert(trx, { id: uuidv7(), person_id: person, role, unit_id, since: now })
    await audit(trx, { by, action: 'add assignment', subject: person, detail: { role, unit: unit_id } }, now)
  })
}

type Row = { id: string; person_id: string; role: NewAssignment['role']; unit_id: string | null; since: Date }

async function insert(trx: Knex, row: Row) {
  try {
    await trx('assignments').insert(row)
  } catch (error) {
    if (!isViolation(error, 'unique')) throw error
    throw conflict('already_assigned', 'Người này đang giữ vai trò đó ở đơn vị đó.')
  }
}
