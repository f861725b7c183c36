import type { Knex } from 'knex'
import type { ParcelPresentsRow } from '../../db/tables.ts'
import { isBagCode, packedAt } from '../custody/bag-scans.ts'
import type { Holder } from '../custody/fact.ts'
import type { Scan } from '../custody/scan.ts'
import { type FieldError, invalid } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Bound } from './boundary-step.ts'

export type HandedParcel = Bound & {
  id: string
  code: string
  holder: Holder
  is_lost: boolean
  /** The sealed bag it is presumed in. */
  sealedIn: Scan['bag']
}

/** Codes as people write them, each once. */
export const uniqueCodes = (codes: readonly string[]): string[] => [
  ...new Set(codes.map(normaliseItemCode).filter(Boolean)),
]

/** The parcels of these codes, in that order. Throws invalid without any, and one that names every code that is nobody's. */
export async function parcelsByCodes(db: Knex, codes: readonly string[]): Promise<HandedParcel[]> {
  const rows: Row[] = await db
    .withMaterialized('named', named(db, codes))
    .withMaterialized('sealed', sealedOnes(db))
    .from('named')
    .leftJoin('sealed', 'sealed.code', 'named.bag')
    .select('named.*', 'sealed.code as bag', 'packed_at')
  const byCode = new Map(rows.map(row => [row.code, row]))
  const errors = codes.flatMap((code, i) => (byCode.has(code) ? [] : [unknown(code, i)]))
  if (errors.length) throw invalid(errors)
  return codes.flatMap(code => {
    const row = byCode.get(code)
    return row ? [handed(row)] : []
  })
}

const named = (db: Knex, codes: readonly string[]) =>
  db('parcels')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .whereIn('parcels.code', codes)
    .select(columns)

const sealedOnes = (db: Knex) =>
  db('bags').where({ state: 'sealed' }).whereIn('code', db('named').select('bag')).select('code', packedAt(db))

type Row = Omit<HandedParcel, 'holder' | 'sealedIn'> &
  Pick<ParcelPresentsRow, 'holder_kind' | 'holder_unit' | 'holder_person'> & { bag: string | null; packed_at: Date }

const handed = ({ holder_kind, holder_unit, holder_person, bag, packed_at, ...row }: Row): HandedParcel => ({
  ...row,
  sealedIn: bag === null ? null : { code: bag, packed_at },
  holder: { kind: holder_kind, unit: holder_unit, person: holder_person },
})

const unknown = (code: string, i: number): FieldError => ({
  pointer: `/codes/${i}`,
  detail: isBagCode(code)
    ? `Không có túi nào mang mã ${code} đang niêm phong.`
    : `Không có bưu gửi nào mang mã ${code}.`,
})

const columns = [
  'parcels.id',
  'parcels.code',
  'parcels.destination_kind',
  'parcels.destination_unit',
  'holder_kind',
  'holder_unit',
  'holder_person',
  'redirected_to',
  'is_sent_back',
  'is_lost',
  'bag',
]
