import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { holdName } from '../platform/hold-name.ts'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'

/** Notes that a document was printed. Answers how often it was before: 0 for the first time, n for “BẢN IN LẠI n”. Reprints are audited. */
export async function notePrinting(
  db: Knex,
  { document, subject }: { document: string; subject: string },
  { by, now }: { by: Actor; now: Date },
): Promise<number> {
  return db.transaction(async trx => {
    await holdName(trx, `printing ${document} ${subject}`)
    const before: string[] = await trx('printings').where({ document, subject }).pluck('id')
    await trx('printings').insert({ id: uuidv7(), document, subject, at: now, person_id: by.id })
    if (before.length)
      await audit(trx, { by, action: `reprint ${document}`, subject, detail: { time: before.length } }, now)
    return before.length
  })
}
