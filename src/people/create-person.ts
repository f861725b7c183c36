import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { invalid } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import { isViolation } from '../platform/violation.ts'
import type { Actor } from './actor.ts'
import { type NewPerson, unitFor } from './assignment-form.ts'
import { audit } from './audit.ts'
import { makeSetUpLink } from './make-set-up-link.ts'

/** Creates an account with its first role. Answers it with the one-time set-up token. Throws invalid for a taken username. */
export async function createPerson(
  db: Knex,
  person: NewPerson,
  { by, now }: { by: Actor; now: Date },
): Promise<{ id: string; token: string }> {
  const { role, name, username } = person
  return db.transaction(async trx => {
    const unit_id = await unitFor(trx, person, localDate(now))
    const id = uuidv7()
    await insert(trx, { id, username, name, created_at: now })
    await trx('assignments').insert({ id: uuidv7(), person_id: id, role, unit_id, since: now })
    const token = await makeSetUpLink(trx, id, now)
    await audit(trx, { by, action: 'create person', subject: id, detail: { username, role, unit: unit_id } }, now)
    return { id, token }
  })
}

async function insert(trx: Knex, person: { id: string; username: string; name: string; created_at: Date }) {
  try {
    await trx('people').insert(person)
  } catch (error) {
    if (!isViolation(error, 'unique')) throw error
    throw invalid([{ pointer: '/username', detail: `Đã có người dùng tên ${person.username}. Xin chọn tên khác.` }])
  }
}
