import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { beginCustody } from '../custody/begin-custody.ts'
import { encrypt, hmac, type Keys, newLookupCode } from '../kit/secrets.ts'
import { localDate } from '../kit/time.ts'
import { registerParcel } from '../parcels/register-parcel.ts'
import type { Actor } from '../people/actor.ts'
import { unitNamed } from '../people/unit-named.ts'
import { openUnit } from '../places/queries.ts'

export type BlankOrder = { unit?: string | undefined; count: number }

/**
 * Makes `count` numbered blank sets for an office: each a parcel that nobody has handed in yet, with its own item code and
 * lookup code (custody: “paper works too”). Answers the batch, to print it. Throws forbidden, invalid, conflict
 * `range_exhausted`.
 */
export async function makeBlanks(
  db: Knex,
  { unit, count }: BlankOrder,
  { by, now, keys }: { by: Actor; now: Date; keys: Keys },
): Promise<string> {
  const asked = unitNamed(by, 'print blank sets', { kind: 'post_office', unit })
  const { id: office } = await openUnit(db, asked, localDate(now))
  const batch_id = uuidv7()
  await db.transaction(async trx => {
    for (let i = 0; i < count; i++) {
      const parcel = await registerParcel(trx, blankParcel(office), { by: by.id, unit: office, now })
      await beginCustody(trx, parcel.id)
      const code = newLookupCode()
      await trx('blank_sets').insert({
        parcel_id: parcel.id,
        batch_id,
        unit_id: office,
        lookup_index: hmac(keys.index, code),
        lookup_cipher: encrypt(keys.cipher, code),
        printed_at: now,
        printed_by: by.id,
      })
    }
  })
  return batch_id
}

const blankParcel = (office: string) => ({
  purpose: 'filing' as const,
  origin: { kind: 'applicant' as const, unit: null },
  destination: { kind: 'post_office' as const, unit: office },
  zone: null,
  from_office: office,
  to_office: office,
  hands: null,
  is_collected: false,
  weight_g: null,
  amount_to_collect: null,
  addressee: null,
  item_code: null,
})
