import type Router from '@koa/router'
import { StockPage } from '../../templates/stock/stock-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { assignmentsFor, may } from '../people/may.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { openCount } from './open-count.ts'
import { countsFor, missingParcels, unitsCounted } from './queries.ts'

/** So many rows of each kind stand on the page: of counts, a fortnight of an office. */
const most = 20

/** Where one counts, the counts before, and for supervisors which unit was not counted today. */
export function stockPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, actor, now } = call
    const today = localDate(now)
    const units = assignmentsFor(actor, 'count stock').flatMap(({ unit }) => unit ?? [])
    const watches = may(actor, 'watch promises')
    const [mine, counts, all, missing] = await Promise.all([
      unitsCounted(db, { today, units }),
      countsFor(db, { limit: most }, actor),
      watches ? unitsCounted(db, { today, units: 'all' }) : [],
      watches ? missingParcels(db, most) : [],
    ])
    const watching = watches ? { all, missing, mayClose: may(actor, 'close review') } : null
    const page = { frame, now, mine, watching, counts: counts.slice(0, most), errors }
    call.show(StockPage(page), errors.length ? 422 : 200)
  }

  get('/staff/stock', 'read stock counts', call => show(call))

  post('/staff/stock', 'count stock', async call => {
    const { form, actor, now } = call
    const outcome = await formOutcome(() => openCount(db, { unit: form['unit'] ?? '' }, { by: actor, now }))
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo(`/staff/stock/${outcome.done}`)
  })
  return router
}
