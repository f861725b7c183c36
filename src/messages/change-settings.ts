import type { Knex } from 'knex'
import { z } from 'zod'
import { timeOfDay } from '../kit/cells.ts'
import { invalid } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { setMailbox } from '../places/set-mailbox.ts'
import { type Kind, kindNames } from './kinds.ts'

const clock = timeOfDay('Xin ghi giờ dạng 21:00.')

/** When nobody is disturbed, and how an SMS is written. */
export const settingsForm = z.object({
  quiet_from: clock,
  quiet_until: clock,
  with_marks: z.enum(['yes', 'no']).transform(word => word === 'yes'),
  keep_days: z.coerce.number('Xin ghi số ngày.').int().min(30, 'Ít nhất 30 ngày.').max(3650, 'Nhiều nhất 3650 ngày.'),
})

type Doing = { by: Actor; now: Date }

export async function changeSettings(
  db: Knex,
  settings: z.output<typeof settingsForm>,
  { by, now }: Doing,
): Promise<void> {
  await db.transaction(async trx => {
    await trx('message_settings').update(settings)
    await audit(trx, { by, action: 'change message settings', subject: 'messages', detail: settings }, now)
  })
}

/** `received,204213` a line: the templates that Zalo has approved. Throws invalid with the line that cannot be. */
export async function changeTemplates(db: Knex, written: string, { by, now }: Doing): Promise<void> {
  const lines = written.split(/\r?\n/).filter(line => line.trim() && !line.startsWith('kind,'))
  const templates = lines.map(line => readTemplate(line))
  await db.transaction(async trx => {
    for (const { kind, template_id } of templates) await trx('zalo_templates').where({ kind }).update({ template_id })
    await audit(trx, { by, action: 'change zalo templates', subject: 'messages', detail: { lines: lines.length } }, now)
  })
}

function readTemplate(line: string): { kind: Kind; template_id: string | null } {
  const [kind = '', id = ''] = line.split(',').map(cell => cell.trim())
  const known = kindNames.find(name => name === kind)
  if (!known || !/^\d{0,20}$/.test(id))
    throw invalid([{ pointer: '/templates', detail: `Dòng này không đọc được: ${line.slice(0, 60)}` }])
  return { kind: known, template_id: id || null }
}

/** The mailbox of one unit. */
export const mailboxForm = z.object({
  unit: z.string().min(1, 'Xin chọn đơn vị.').max(40),
  email: z
    .string()
    .trim()
    .max(200)
    .regex(/^$|^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'Địa chỉ thư này không thể có.'),
})

export async function changeMailbox(
  db: Knex,
  { unit, email }: z.output<typeof mailboxForm>,
  { by, now }: Doing,
): Promise<void> {
  await db.transaction(async trx => {
    await setMailbox(trx, unit, email || null)
    await audit(trx, { by, action: 'change mailbox', subject: unit }, now)
  })
}
