import type { Knex } from 'knex'
import { z } from 'zod'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { setMailbox } from '../places/set-mailbox.ts'

/** The mailbox of one unit. */
export const mailboxForm = z.object({
  unit: z.string().min(1, 'Xin chọn đơn vị.').max(40),
  email: z
    .string()
    .trim()
    .max(200)
    .regex(/^$|^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'Địa chỉ thư này không thể có.'),
})

/** Where a unit hears of its alerts and of its day from now on; an empty mailbox is none. Throws notFound of the unit. */
export async function changeMailbox(
  db: Knex,
  { unit, email }: z.output<typeof mailboxForm>,
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  await db.transaction(async trx => {
    await setMailbox(trx, unit, email || null)
    await audit(trx, { by, action: 'change mailbox', subject: unit }, now)
  })
}
