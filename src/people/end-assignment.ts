import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'

/** Ends a role, now. Nobody ends their own administration: the last one could never be undone. Throws notFound, conflict. */
export async function endAssignment(
  db: Knex,
  { person, assignment }: { person: string; assignment: string },
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  await db.transaction(async trx => {
    const ended = await keepAnAdministrator(trx, now, () => end(trx, { person, assignment }, { by, now }))
    const detail = { role: ended.role, unit: ended.unit_id }
    await audit(trx, { by, action: 'end assignment', subject: person, detail }, now)
  })
}

async function end(
  trx: Knex,
  { person, assignment }: { person: string; assignment: string },
  { by, now }: { by: Actor; now: Date },
) {
  const [ended] = await trx('assignments')
    .where({ id: assignment, person_id: person })
    .whereNull('until')
    // A role lasts a moment at least: the schema does not know one that never was.
    .update({ until: trx.raw(`greatest(?::timestamptz, since + interval '1 millisecond')`, [now]) })
    .returning(['role', 'unit_id'])
  if (!ended) throw notFound('Vai trò này đã kết thúc.')
  if (person === by.id && ended.role === 'admin')
    throw conflict('own_account', 'Không thể tự thôi quản trị. Xin nhờ một quản trị khác.')
  return ended
}
