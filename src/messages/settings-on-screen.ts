import type { Knex } from 'knex'
import { localDate } from '../kit/time.ts'
import { unitChoices } from '../people/unit-choices.ts'
import { messageSettings } from './settings.ts'

/** How people are written to and when not, Zalo’s templates, and which units have a mailbox, as administrators see it. */
export async function settingsOnScreen(db: Knex, now: Date) {
  const [settings, templates, units, mailboxes] = await Promise.all([
    messageSettings(db),
    db('zalo_templates').orderBy('kind').select('kind', 'template_id'),
    unitChoices(db, localDate(now)),
    db('units').whereNotNull('email').orderBy('number').select('id', 'name', 'email'),
  ])
  return { settings, templates, units, mailboxes }
}
export type SettingsOnScreen = Awaited<ReturnType<typeof settingsOnScreen>>
