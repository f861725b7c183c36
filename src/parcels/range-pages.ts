import type Router from '@koa/router'
import { RangesPage } from '../../templates/admin/ranges-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { openUnits } from '../places/queries.ts'
import type { House } from '../platform/house.ts'
import { grantRange, rangeForm } from './grant-range.ts'
import { itemCode } from './item-code.ts'
import { ranges } from './ranges.ts'

/** The ranges of item codes: how many are left to whom, and a new grant. */
export function rangePages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const [granted, offices] = await Promise.all([ranges(db), openUnits(db, 'post_office', localDate(call.now))])
    const { frame, form: values, query } = call
    const page = RangesPage({ frame, ranges: granted, offices, codeOf: itemCode, values, errors, done: query['done'] })
    call.show(page, errors.length ? 422 : 200)
  }

  get('/staff/admin/ranges', 'administer', call => show(call))

  post('/staff/admin/ranges', 'administer', async call => {
    const { form, actor, now } = call
    const { office = '', prefix = '', country = '', first = '', last = '' } = form
    const outcome = await formOutcome(
      async () => grantRange(db, parse(rangeForm, { office, prefix, country, first, last }), { by: actor, now }),
      { range_overlaps: '/first' },
    )
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo('/staff/admin/ranges?done=granted')
  })
  return router
}
