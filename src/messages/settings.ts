import type { Knex } from 'knex'
import type { MessageSettingsRow } from '../../db/tables.ts'

export type MessageSettings = Omit<MessageSettingsRow, 'id'>

/** How citizens are written to: quiet hours, marks, and for how many days what was said is kept. */
export async function messageSettings(db: Knex): Promise<MessageSettings> {
  const settings = await db('message_settings').first('quiet_from', 'quiet_until', 'with_marks', 'keep_days')
  if (!settings) throw new Error('message_settings has no row')
  return settings
}
