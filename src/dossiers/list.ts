import type { Knex } from 'knex'
import { pageOf } from '../kit/paging.ts'
import { escapeLike, fold } from '../kit/text.ts'
import { columns, concerning, type DossierRow, dossiers, type Visible } from './queries.ts'

export type DossierFilter = {
  status?: string | undefined
  field?: string | undefined
  q?: string | undefined
  after?: string | undefined
  limit: number
}

/** A page of dossiers, newest first. `q` finds by reference, official code or name without accents; `after` is the last reference seen. */
export async function dossierList(db: Knex, { status, field, q, after, limit }: DossierFilter, visible: Visible) {
  const query = concerning(dossiers(db), db, visible)
    .join('parties', join => join.on('parties.dossier_id', 'dossiers.id').onVal('parties.part', 'applicant'))
    .orderBy('dossiers.id', 'desc')
    .limit(limit + 1)
    .select(...columns, 'parties.name as applicant_name')
  if (status === 'returned') query.whereNotNull('dossiers.returned_at')
  else if (status) query.where('dossiers.status', status).whereNull('dossiers.returned_at')
  if (field) query.where('procedures.field_id', field)
  if (q)
    query.where(by =>
      by
        .where('dossiers.reference', q.toUpperCase().replace(/\s/g, ''))
        .orWhere('dossiers.official_code', q.toUpperCase())
        .orWhereLike('parties.search_name', `%${escapeLike(fold(q))}%`),
    )
  if (after) query.where('dossiers.id', '<', db('dossiers').where({ reference: after }).select('id'))
  const rows: (DossierRow & { applicant_name: string })[] = await query
  return pageOf(rows, limit, ({ reference }) => reference)
}
export type DossierListItem = Awaited<ReturnType<typeof dossierList>>['items'][number]
