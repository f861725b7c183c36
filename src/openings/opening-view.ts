import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { openingByCode } from './queries.ts'

/** The record of an opening as the API answers it. Throws what `openingByCode` does. */
export async function openingView(db: Knex, written: string, by: Actor) {
  const { code, desk, taken_at, opened_at, opened_by, seal, remark, differs, is_late, dossiers, differences } =
    await openingByCode(db, written, by)
  return {
    ...{ code, desk, opened_by, seal, remark, differs, is_late, dossiers },
    taken_at: rfc3339(taken_at),
    opened_at: rfc3339(opened_at),
    differences: differences.map(({ dossier, document, listed, found }) => ({ dossier, document, listed, found })),
    links: { record: `/api/v1/parcels/${code}/opening.pdf` },
  }
}
