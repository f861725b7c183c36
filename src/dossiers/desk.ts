import type { Knex } from 'knex'
import { pagesFor } from '../kit/paging.ts'
import { papersToSend, resultsToSend } from './desk-dispatch.ts'
import { awaitingSupplement, inWork, toCheck } from './desk-dossiers.ts'
import { arriving, toFetch, toOpen } from './desk-parcels.ts'
import { byClock, byWait, timed } from './desk-times.ts'

const pageful = 20

/** Everything that waits at these desks, each part with its length; page `page` of the lists. */
export async function desk(db: Knex, units: readonly string[], page: number, now: Date) {
  const slice = { limit: pageful, offset: (page - 1) * pageful }
  const [coming, open, check, supplement, work, results, papers, fetch] = await Promise.all([
    arriving(db, units, slice),
    toOpen(db, units, slice),
    toCheck(db, units, slice),
    awaitingSupplement(db, units, slice),
    inWork(db, units, slice),
    resultsToSend(db, units),
    papersToSend(db, units),
    toFetch(db, units, slice),
  ])
  return {
    coming,
    open,
    check,
    supplement: timed(supplement, byWait, now),
    work: timed(work, byClock, now),
    results,
    papers,
    fetch,
    pages: Math.max(...[coming, open, check, supplement, work, fetch].map(({ total }) => pagesFor(total, pageful))),
  }
}
export type Desk = Awaited<ReturnType<typeof desk>>
