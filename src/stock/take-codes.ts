import type { Knex } from 'knex'
import { invalid } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Actor } from '../people/actor.ts'
import { lockedCount, refuseFinished } from './locked-count.ts'

/**
 * Takes what was scanned into an open count; a code that is there already counts where it was first scanned, so that any of
 * it may be sent again, also when the count is closed by then. Nobody's codes are kept too. Throws notFound, invalid for what
 * is on no label, and conflict for new codes when the count is finished.
 */
export async function takeCodes(
  db: Knex,
  { id, codes }: { id: string; codes: readonly string[] },
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  const said = saidCodes(codes)
  await db.transaction(async trx => {
    const count = await lockedCount(trx, id, by, 'share')
    const known = await trx('stock_count_codes').where({ count_id: id }).whereIn('code', said).pluck('code')
    const fresh = said.filter(code => !known.includes(code))
    if (!fresh.length) return
    refuseFinished(count, now)
    const rows = fresh.map(code => ({ count_id: id, code, scanned_at: now, scanned_by: by.id }))
    await trx('stock_count_codes').insert(rows).onConflict(['count_id', 'code']).ignore()
  })
}

/** As a label says them, each once. Written wider than they are stored, a few letters can become many. */
function saidCodes(written: readonly string[]): string[] {
  const codes = written.map(normaliseItemCode)
  const errors = codes.flatMap((code, i) =>
    code.length > 40 ? [{ pointer: `/codes/${i}`, detail: `“${code.slice(0, 20)}…” dài quá một mã.` }] : [],
  )
  if (errors.length) throw invalid(errors)
  return [...new Set(codes.filter(Boolean))].sort()
}
