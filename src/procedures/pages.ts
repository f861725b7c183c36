import type Router from '@koa/router'
import { ProcedurePage } from '../../templates/procedures/detail.tsx'
import { ProcedureListPage } from '../../templates/procedures/list.tsx'
import { paths } from '../../templates/words/paths.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { documentsOf, procedureByKey, procedureFields, procedureList } from './queries.ts'

/** The catalogue for everybody: posting procedures publicly is a duty (NĐ 61/2018/NĐ-CP), and saves a trip. */
export function procedurePages(house: House): Router {
  const { db } = house
  const { router, get } = pages(house)
  for (const language of ['vi', 'en'] as const) {
    const { procedures: path } = paths[language]
    get(path, 'anyone', async ({ frame, query, show }) => {
      const { q = '', field = '', level = '' } = query
      const filter = { q: q.slice(0, 100), field, level }
      const [procedures, fields] = await Promise.all([procedureList(db, filter), procedureFields(db)])
      show(ProcedureListPage({ frame, language, procedures, fields, filter }))
    })
    get(`${path}/:key`, 'anyone', async ({ frame, params, show }) => {
      const procedure = await procedureByKey(db, String(params['key']))
      show(ProcedurePage({ frame, language, procedure, documents: await documentsOf(db, procedure.id) }))
    })
  }
  return router
}
