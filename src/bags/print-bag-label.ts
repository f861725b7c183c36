import type { Knex } from 'knex'
import { bagLabelPdf } from '../../templates/documents/bag-label.ts'
import { conflict } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { notePrinting } from '../people/note-printing.ts'
import { knowsContents, noSuchBag } from './bag-sides.ts'
import { bagByCode } from './queries.ts'

/**
 * The label of a sealed bag as PDF. It says what was said at the seal, so that only those who packed print it. Throws notFound
 * to others, conflict `bag_not_sealed` before and afterwards.
 */
export async function bagLabel(db: Knex, code: string, { by, now }: { by: Actor; now: Date }): Promise<Buffer> {
  const bag = await bagByCode(db, code, by)
  if (!knowsContents(by, bag)) throw noSuchBag()
  if (bag.state !== 'sealed' || !bag.sealed_at)
    throw conflict('bag_not_sealed', 'Chỉ in nhãn trong khi túi còn niêm phong.')
  const reprint = await notePrinting(db, { document: 'bag label', subject: code }, { by, now })
  return bagLabelPdf({
    code,
    from: { name: bag.made_name, number: bag.made_number },
    to: { name: bag.to_name, number: bag.to_number },
    seal: bag.seal_number,
    parcels: bag.parcels,
    weightGrams: bag.weight_g,
    sealedAt: bag.sealed_at,
    reprint,
    madeAt: now,
  })
}
