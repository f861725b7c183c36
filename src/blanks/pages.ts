import type Router from '@koa/router'
import { BlanksPage } from '../../templates/blanks/blanks-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { makeBlanks } from './make-blanks.ts'
import { printBlankSets } from './print-blank-sets.ts'
import { batchesOf, blankUnits, usedBlanks } from './queries.ts'
import { blankOrder, spoiling } from './schemas.ts'
import { spoilBlank } from './spoil-blank.ts'

/** Blank sets of an office: printing them, which are left, which wait to be typed in. */
export function blankPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db, keys } = house

  const show = async (call: PageCall, at = '', errors: FieldError[] = []) => {
    const { frame, form, query, actor, now } = call
    const units = blankUnits(actor)
    const [batches, used] = await Promise.all([batchesOf(db, units), usedBlanks(db, units)])
    const values = { ...form, request_id: form['request_id'] ?? newRequestId() }
    call.show(
      BlanksPage({ frame, now, batches, used, at, values, errors, done: query['done'] }),
      errors.length ? 422 : 200,
    )
  }

  get('/staff/blanks', 'print blank sets', call => show(call))

  post('/staff/blanks', 'print blank sets', async call => {
    const { form, actor, now } = call
    const order = () => parse(blankOrder, { count: form['count'] ?? '' })
    const outcome = await formOutcome(() =>
      once(house, call, 'page blank sets', trx => makeBlanks(trx, order(), { by: actor, now, keys })),
    )
    if ('errors' in outcome) return show(call, 'order', outcome.errors)
    call.goTo('/staff/blanks?done=order')
  })

  post('/staff/blanks/spoiled', 'print blank sets', async call => {
    const { form, actor, now } = call
    const said = () => parse(spoiling, { code: form['code'] ?? '', reason: form['reason'] ?? '' })
    const outcome = await formOutcome(async () => spoilBlank(db, said(), { by: actor, now }), { blank_in_use: '/code' })
    if ('errors' in outcome) return show(call, 'spoiled', outcome.errors)
    call.goTo('/staff/blanks?done=spoiled')
  })

  get('/staff/blanks/:id/sets.pdf', 'print blank sets', async ({ ctx, params, actor, now }) => {
    ctx.body = await printBlankSets(db, idIn(params), { ...house, by: actor, now })
    ctx.type = 'application/pdf'
  })
  return router
}
