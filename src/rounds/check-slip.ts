import type { Knex } from 'knex'
import { invalid } from '../kit/errors.ts'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'

/** Throws invalid unless this is the code in force on the slip of a dossier in one of these parcels. The code is not kept. */
export async function checkSlip(
  db: Knex,
  written: string,
  { parcels, keys }: { parcels: readonly string[]; keys: Keys },
): Promise<void> {
  const code = readLookupCode(written)
  const known =
    code &&
    (await db('lookup_codes')
      .join('parcel_contents', 'parcel_contents.dossier_id', 'lookup_codes.dossier_id')
      .whereIn('parcel_contents.parcel_id', parcels)
      .where({ code_index: hmac(keys.index, code) })
      .whereNull('revoked_at')
      .first('lookup_codes.id'))
  if (!known)
    throw invalid([
      { pointer: '/means/code', detail: 'Mã này không phải của bưu gửi này. Xin đọc lại trên phiếu gửi.' },
    ])
}
