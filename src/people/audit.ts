import type { Knex } from 'knex'
import type { Actor } from './actor.ts'

export type Audited = { by: Actor | null; action: string; subject: string; detail?: Record<string, unknown> }

/** Notes who read, printed or changed what about whom. Never the content itself. */
export const audit = async (db: Knex, { by, action, subject, detail = {} }: Audited, now: Date): Promise<void> => {
  await db('audit_log').insert({ at: now, person_id: by?.id ?? null, action, subject, detail })
}
