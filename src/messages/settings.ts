import type { Knex } from 'knex'
import type { MessageSettingsRow } from '../../db/tables.ts'
import { localMinutes } from '../kit/time.ts'

export type MessageSettings = Omit<MessageSettingsRow, 'id'>

export async function messageSettings(db: Knex): Promise<MessageSettings> {
  const settings = await db('message_settings').first('quiet_from', 'quiet_until', 'with_marks', 'keep_days')
  if (!settings) throw new Error('message_settings has no row')
  return settings
}

/** Whether people are left in peace at this moment; hours that end before they begin go over midnight. Pure. */
export function isQuiet({ quiet_from, quiet_until }: Pick<MessageSettings, 'quiet_from' | 'quiet_until'>, now: Date) {
  const at = localMinutes(now)
  if (quiet_from <= quiet_until) return at >= quiet_from && at < quiet_until
  return at >= quiet_from || at < quiet_until
}
