import type { Knex } from 'knex'
import { addMs, day } from '../kit/time.ts'
import { messageSettings } from './settings.ts'

/** Erases the words of old messages and what clerks noted: that somebody was told, when and of what, stays. Answers how many. */
export async function forgetMessages(db: Knex, now: Date): Promise<number> {
  const { keep_days } = await messageSettings(db)
  return db('messages')
    .where('settled_at', '<', addMs(now, -keep_days * day))
    .where(words => words.whereNotNull('said').orWhereNotNull('note'))
    .update({ said: null, note: null })
}
