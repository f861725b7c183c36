import type { Knex } from 'knex'
import { conflict } from '../kit/errors.ts'

/** Accounts that are open and administer now, with the hash of their password where they have one. */
export const administrators = (db: Knex, now: Date) =>
  db('people')
    .join('assignments', 'assignments.person_id', 'people.id')
    .where('assignments.role', 'admin')
    .where('assignments.since', '<=', now)
    .whereNull('assignments.until')
    .whereNull('people.disabled_at')
    .select('people.id', 'people.password_hash')

/** Does what may take an administrator away, one after the other. Throws conflict when the last would go with it. */
export async function keepAnAdministrator<T>(trx: Knex, now: Date, change: () => Promise<T>): Promise<T> {
  // Two who remove each other wait here: the second then sees what the first did.
  await administrators(trx, now).orderBy('people.id').forNoKeyUpdate()
  const done = await change()
  if (!(await administrators(trx, now)).length)
    throw conflict('last_administrator', 'Phải còn ít nhất một quản trị viên.')
  return done
}
