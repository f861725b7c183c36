import type { Knex } from 'knex'
import { z } from 'zod'
import { timeOfDay } from '../kit/cells.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'

const clock = timeOfDay('Xin ghi giờ dạng 21:00.')

/** When nobody is disturbed, how an SMS is written, and for how many days its words are kept. */
export const settingsForm = z.object({
  quiet_from: clock,
  quiet_until: clock,
  with_marks: z.enum(['yes', 'no']).transform(word => word === 'yes'),
  keep_days: z.coerce.number('Xin ghi số ngày.').int().min(30, 'Ít nhất 30 ngày.').max(3650, 'Nhiều nhất 3650 ngày.'),
})

/** Replaces the settings of messages, from the next tick on; hours are minutes of the day and may go over midnight. */
export async function changeSettings(
  db: Knex,
  settings: z.output<typeof settingsForm>,
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  await db.transaction(async trx => {
    await trx('message_settings').update(settings)
    await audit(trx, { by, action: 'change message settings', subject: 'messages', detail: settings }, now)
  })
}
