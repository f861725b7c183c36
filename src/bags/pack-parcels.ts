import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { recordScans } from '../custody/record-scans.ts'
import { isAmiss, scanNow } from '../custody/scan.ts'
import { parcelsByCodes, uniqueCodes } from '../handovers/handed-parcels.ts'
import type { Acting } from '../handovers/sides.ts'
import { conflict, type FieldError, forbidden, invalid } from '../kit/errors.ts'
import { actingAt } from './bag-sides.ts'
import { lockedBag } from './locked-bag.ts'

type Packing = { code: string; codes: readonly string[] }

/**
 * Puts parcels into an open bag at the office that has both; what is in it already stays, and what an opening missed is
 * taken out of that bag before: whoever packs it has it in hand. Throws invalid that names what lies elsewhere or in
 * another bag, conflict `bag_not_open` after the seal and `bag_full`, notFound, forbidden to the other end.
 */
export const packParcels = (db: Knex, packing: Packing, doing: Doing): Promise<void> =>
  changeContents(db, 'pack', packing, doing)

/** Takes parcels out of an open bag again. Throws invalid that names what is not in it, and as packing does. */
export const unpackParcels = (db: Knex, packing: Packing, doing: Doing): Promise<void> =>
  changeContents(db, 'unpack', packing, doing)

type Direction = 'pack' | 'unpack'

async function changeContents(db: Knex, step: Direction, { code, codes }: Packing, doing: Doing) {
  const named = uniqueCodes(codes)
  await db.transaction(async trx => {
    const inBag = new Map((await lockParcels(trx, named)).map(row => [row.code, row.bag]))
    const bag = await lockedBag(trx, code, doing.by)
    const acting = actingAt(doing.by, [bag.made_unit])
    if (!acting) throw forbidden('Chỉ nơi lập túi mới cho vào hoặc lấy ra được.')
    if (bag.state !== 'open') throw conflict('bag_not_open', 'Túi đã niêm phong: không thêm bớt được nữa.')
    const parcels = await parcelsByCodes(trx, named)
    const missed = await missedByOpening(trx, inBag)
    const errors = parcels.flatMap(({ code: parcel, holder }, i) => {
      const isHere = holder.unit === bag.made_unit && holder.kind === acting.side.kind
      const said = misplaced(step, {
        parcel,
        isHere,
        isIn: missed.has(parcel) ? null : (inBag.get(parcel) ?? null),
        bag: code,
      })
      return said ? [{ pointer: `/codes/${i}`, detail: said } satisfies FieldError] : []
    })
    if (errors.length) throw invalid(errors)
    const fresh = named.filter(one => step === 'unpack' || inBag.get(one) !== code)
    await record(trx, { step, bag: code, codes: fresh, missed, acting }, doing)
  })
}

/** Of these parcels, by what each is in, those whose bag was opened and did not hold them. */
async function missedByOpening(trx: Knex, inBag: ReadonlyMap<string, string | null>): Promise<Set<string>> {
  const bags = [...inBag.values()].filter(bag => bag !== null)
  const opened: string[] = await trx('bags').where({ state: 'opened' }).whereIn('code', bags).pluck('code')
  return new Set([...inBag].flatMap(([code, bag]) => (bag && opened.includes(bag) ? [code] : [])))
}

type Place = { parcel: string; isHere: boolean; isIn: string | null; bag: string }

function misplaced(step: Direction, { parcel, isHere, isIn, bag }: Place): string | null {
  if (step === 'unpack') return isIn === bag ? null : `${parcel}: không ở trong túi này.`
  if (!isHere) return `${parcel}: không ở đơn vị này.`
  return isIn && isIn !== bag ? `${parcel}: đang ở trong túi ${isIn}. Xin lấy ra trước.` : null
}

type Recorded = {
  step: Direction
  bag: string
  codes: readonly string[]
  missed: ReadonlySet<string>
  acting: Acting
}

/**
 * In no other capacity: one who is clerk and courier packs as the unit that made the bag. What is taken out of one bag and
 * put into another is so at one moment: the counter keeps the two in order.
 */
async function record(trx: Knex, { step, bag, codes, missed, acting: { assignment } }: Recorded, doing: Doing) {
  if (!codes.length) return
  const by = { ...doing.by, assignments: [assignment] }
  const said = { by, unit: assignment.unit }
  const scans = codes.flatMap(code => [
    ...(missed.has(code) ? [scanNow({ ...said, step: 'unpack', code, counter: 0 }, doing.now)] : []),
    scanNow({ ...said, step, code, detail: step === 'pack' ? { bag } : {}, counter: 1 }, doing.now),
  ])
  const amiss = (await recordScans(trx, scans, doing)).find(isAmiss)
  if (amiss)
    throw conflict(amiss.reason ?? amiss.verdict, `${amiss.code}: ${amiss.message ?? 'trái với lần quét khác.'}`)
}
