import type Router from '@koa/router'
import { RoundPage } from '../../templates/rounds/round-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { closeRound } from './close-round.ts'
import { onCodes } from './on-codes.ts'
import { openRound } from './open-round.ts'
import { printClosing } from './print-closing.ts'
import { printNotices } from './print-notices.ts'
import { printSheet } from './print-sheet.ts'
import { roundById } from './queries.ts'
import { readPlan } from './read-plan.ts'
import { roundOnScreen } from './round-on-screen.ts'
import { closing } from './schemas.ts'

/** One round: more parcels while it is open, its closing, and its papers. */
export function roundPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, actor, now, params } = call
    const shown = await roundOnScreen(db, idIn(params), { by: actor, now })
    const page = { ...shown, frame, values: errors.length ? form : {}, errors, done: query['done'] }
    call.show(RoundPage(page), errors.length ? 422 : 200)
  }

  get('/staff/rounds/:id', 'read rounds', call => show(call))

  post('/staff/rounds/:id/parcels', 'plan round', async call => {
    const { form, actor, now, params } = call
    const { courier_id } = await roundById(db, idIn(params), actor)
    const plan = () => openRound(db, { courier: courier_id, parcels: readPlan(form) }, { by: actor, now })
    const outcome = await formOutcome(plan)
    if ('errors' in outcome) return show(call, outcome.errors.map(onCodes))
    call.goTo(`/staff/rounds/${outcome.done}?done=planned`)
  })

  post('/staff/rounds/:id/closing', 'close round', async call => {
    const { form, actor, now, params } = call
    const id = idIn(params)
    const close = () => {
      const { handed_in } = parse(closing, { handed_in: form['handed_in'] ?? '' })
      return closeRound(db, { id, handed_in }, { by: actor, now })
    }
    const outcome = await formOutcome(close)
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo(`/staff/rounds/${id}?done=closing`)
  })

  const paper = (name: string, print: typeof printSheet) =>
    get(`/staff/rounds/:id/${name}.pdf`, 'read rounds', async ({ ctx, params, actor, now }) => {
      ctx.body = await print(db, idIn(params), { by: actor, now })
      ctx.type = 'application/pdf'
    })
  paper('sheet', printSheet)
  paper('notices', printNotices)
  paper('closing', printClosing)
  return router
}
