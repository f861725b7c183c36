import type { Knex } from 'knex'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import { nationalPhone } from '../kit/phone.ts'
import { decrypt, type Keys, writeLookupCode } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { unitById } from '../places/queries.ts'
import type { House } from '../platform/house.ts'
import { unusedOfBatch } from './queries.ts'

type Printing = { by: Actor; now: Date; keys: Keys } & Pick<House, 'publicUrl' | 'hotline'>

/** The sets of a printing that are left, as PDF. Throws notFound to those of other offices, and when none is left. */
export async function printBlankSets(db: Knex, batch: string, printing: Printing): Promise<Buffer> {
  const { by, now, keys, publicUrl, hotline } = printing
  const sets = await unusedOfBatch(db, batch, by)
  const office = await unitById(db, String(sets[0]?.unit_id))
  const reprint = await notePrinting(db, { document: 'blank sets', subject: batch }, { by, now })
  return drawApart('blankSetsPdf', {
    office: { name: office.name, number: office.number, phone: office.phone ? nationalPhone(office.phone) : hotline },
    sets: sets.map(({ code, lookup_cipher }) => {
      const lookup = decrypt(keys.cipher, lookup_cipher)
      return { itemCode: code, lookup: { code: writeLookupCode(lookup), url: `${publicUrl}/tra-cuu/${lookup}` } }
    }),
    hotline,
    madeAt: now,
    reprint,
  })
}
