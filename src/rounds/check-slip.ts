import type { Knex } from 'knex'
import { invalid } from '../kit/errors.ts'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'

/**
 * Throws invalid unless this was the code in force, when it was shown, on the slip of a dossier in one of these parcels: it
 * may have been replaced before the phone could tell. The code is not kept.
 */
export async function checkSlip(
  db: Knex,
  written: string,
  { parcels, shownAt, keys }: { parcels: readonly string[]; shownAt: Date; keys: Keys },
): Promise<void> {
  const code = readLookupCode(written)
  const known =
    code &&
    (await db('lookup_codes')
      .join('parcel_contents', 'parcel_contents.dossier_id', 'lookup_codes.dossier_id')
      .whereIn('parcel_contents.parcel_id', parcels)
      .where({ code_index: hmac(keys.index, code) })
      .where(shown => shown.whereNull('revoked_at').orWhere('revoked_at', '>', shownAt))
      .first('lookup_codes.id'))
  if (!known)
    throw invalid([
      { pointer: '/means/code', detail: 'Mã này không phải của bưu gửi này. Xin đọc lại trên phiếu gửi.' },
    ])
}
