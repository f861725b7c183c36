import type Router from '@koa/router'
import { ListPage } from '../../templates/dossiers/list-page.tsx'
import { parse } from '../kit/parse.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { findDossiers } from './find-dossiers.ts'
import { dossierQuery } from './schemas.ts'

/** The dossiers of one's units, newest first, to be looked through and searched. */
export function listPages(house: House): Router {
  const { router, get } = pages(house)
  get('/staff/dossiers', 'read dossiers', async ({ query, actor, now, frame, show }) => {
    const { status, q, after } = query
    const asked = Object.entries({ status, q, after }).filter(([, value]) => value?.trim())
    const filter = parse(dossierQuery, Object.fromEntries(asked), 'malformed')
    show(ListPage({ frame, filter, ...(await findDossiers(house.db, filter, { by: actor, now })) }))
  })
  return router
}
