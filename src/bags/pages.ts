import type Router from '@koa/router'
import { BagsPage } from '../../templates/bags/bags-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { may } from '../people/may.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { unitChoices } from '../people/unit-choices.ts'
import type { House } from '../platform/house.ts'
import { codeIn } from './code-in.ts'
import { listBags } from './list-bags.ts'
import { makeBag } from './make-bag.ts'
import { bagLabel } from './print-bag-label.ts'
import { making } from './schemas.ts'

/** So many bags stand on one page; what is older is done first. */
const most = 200

/** Which bags are open, underway or unexplained, beginning one, and its label. */
export function bagPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const list = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, actor, now, form } = call
    const [{ items }, units] = await Promise.all([
      listBags(db, { which: 'unfinished', limit: most }, actor),
      unitChoices(db, localDate(now)),
    ])
    const own = actor.assignments.map(({ unit }) => unit)
    const destinations = may(actor, 'bag') ? units.filter(({ value }) => !own.includes(value)) : []
    const page = { frame, items, now, own, destinations, requestId: form['request_id'] ?? newRequestId() }
    call.show(BagsPage({ ...page, values: form, errors }), errors.length ? 422 : 200)
  }

  get('/staff/bags', 'read bags', call => list(call))

  post('/staff/bags', 'bag', async call => {
    const { form, actor, now } = call
    const outcome = await formOutcome(() =>
      once(house, call, 'page bag', trx =>
        makeBag(trx, parse(making, { to_unit: form['to_unit'] ?? '' }), { by: actor, now }),
      ),
    )
    if ('errors' in outcome) return list(call, outcome.errors)
    call.goTo(`/staff/bags/${outcome.done}?done=making`)
  })

  get('/staff/bags/:code/label.pdf', 'bag', async ({ ctx, params, actor, now }) => {
    ctx.body = await bagLabel(db, codeIn(params), { by: actor, now })
    ctx.type = 'application/pdf'
  })
  return router
}
