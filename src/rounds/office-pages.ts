import type Router from '@koa/router'
import { RoundsPage } from '../../templates/rounds/rounds-page.tsx'
import { type FieldError, invalid } from '../kit/errors.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { assignmentsFor, visibleUnits } from '../people/may.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { dueParcels } from './due-parcels.ts'
import { onCodes } from './on-codes.ts'
import { openRound } from './open-round.ts'
import { couriersOf, roundsWatched } from './queries.ts'
import { readPlan } from './read-plan.ts'

/** So many rounds stand on the page: of an office, a fortnight. */
const most = 30

/** The rounds of an office, what is due of what came back, and where a clerk plans the next. */
export function officePages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, actor, now } = call
    const units = assignmentsFor(actor, 'close round').flatMap(({ unit }) => unit ?? [])
    const [rounds, due, couriers] = await Promise.all([
      roundsWatched(db, actor, most),
      dueParcels(db, visibleUnits(actor, 'watch rounds'), now),
      couriersOf(db, units, now),
    ])
    const page = { frame, rounds, due, couriers, isClerk: units.length > 0, values: form, errors }
    call.show(RoundsPage(page), errors.length ? 422 : 200)
  }

  get('/staff/rounds', 'watch rounds', call => show(call))

  post('/staff/rounds', 'close round', async call => {
    const { form, actor, now } = call
    const plan = () => openRound(db, { courier: courierIn(form), parcels: readPlan(form) }, { by: actor, now })
    const outcome = await formOutcome(plan)
    if ('errors' in outcome) return show(call, outcome.errors.map(onCodes))
    call.goTo(`/staff/rounds/${outcome.done}?done=planned`)
  })
  return router
}

/** Throws invalid where nobody was chosen. */
function courierIn(form: Record<string, string>): string {
  const { courier } = form
  if (!courier) throw invalid([{ pointer: '/courier', detail: 'Xin chọn bưu tá.' }])
  return courier
}
