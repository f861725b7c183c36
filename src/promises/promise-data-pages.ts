import type Router from '@koa/router'
import { PromisesPage } from '../../templates/admin/promises-page.tsx'
import { TimetablePage } from '../../templates/admin/timetable-page.tsx'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { promiseData, timetableByUnit } from './promise-data.ts'

/** What promises stand on, for who looks after it: policies, calendars, holidays, who hears, the timetable. */
export function promiseDataPages(house: House): Router {
  const { router, get } = pages(house)
  const { db } = house

  get('/staff/admin/promises', 'administer', async ({ frame, query, now, ...call }) =>
    call.show(PromisesPage({ frame, ...(await promiseData(db, now)), done: query['done'] })),
  )

  get('/staff/admin/promises/timetable', 'administer', async ({ frame, query, ...call }) =>
    call.show(TimetablePage({ frame, units: await timetableByUnit(db), done: query['done'] })),
  )
  return router
}
