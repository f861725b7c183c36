import type Router from '@koa/router'
import { CountPage } from '../../templates/stock/count-page.tsx'
import { codeErrors, codesIn } from '../custody/written-codes.ts'
import { type FieldError, invalid } from '../kit/errors.ts'
import { idIn } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { closeCount } from './close-count.ts'
import { countOnScreen } from './count-on-screen.ts'
import { printRecord } from './print-record.ts'
import { takeCodes } from './take-codes.ts'

/** One count: scanned in as many goes as it takes, closed, then what was short and over. */
export function countPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, actor, now, params } = call
    const shown = await countOnScreen(db, idIn(params), actor)
    const page = { ...shown, frame, now, values: errors.length ? form : {}, errors, done: query['done'] }
    call.show(CountPage(page), errors.length ? 422 : 200)
  }

  get('/staff/stock/:id', 'read stock counts', call => show(call))

  const sent = (path: string, work: (call: PageCall) => Promise<unknown>) =>
    post(`/staff/stock/:id/${path}`, 'count stock', async call => {
      const outcome = await formOutcome(() => work(call))
      if ('errors' in outcome) return show(call, outcome.errors)
      call.goTo(`/staff/stock/${idIn(call.params)}?done=${path}`)
    })

  sent('codes', ({ params, form, actor, now }) => {
    const codes = readCodes(form['codes'] ?? '')
    return takeCodes(db, { id: idIn(params), codes }, { by: actor, now })
  })

  sent('closing', ({ params, form, actor, now }) => {
    const is_empty = form['is_empty'] === 'yes'
    return closeCount(db, { id: idIn(params), is_empty }, { by: actor, now })
  })

  get('/staff/stock/:id/record.pdf', 'read stock counts', async ({ ctx, params, actor, now }) => {
    ctx.body = await printRecord(db, idIn(params), { by: actor, now })
    ctx.type = 'application/pdf'
  })
  return router
}

/** One code a line, in any spelling. Throws invalid. */
function readCodes(written: string): string[] {
  const codes = codesIn(written)
  const errors = codeErrors(written, codes)
  if (errors.length) throw invalid(errors)
  return codes
}
