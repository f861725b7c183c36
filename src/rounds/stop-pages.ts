import type Router from '@koa/router'
import { AttemptPage } from '../../templates/rounds/attempt-page.tsx'
import { StopPage } from '../../templates/rounds/stop-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { type FieldError, notFound } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { readStopForm } from './read-report-form.ts'
import type { Report } from './report.ts'
import { reportStop } from './report-stop.ts'
import { isTaken } from './report-view.ts'
import { roundOnScreen } from './round-on-screen.ts'
import { stopNumber } from './schemas.ts'

/** One stop at a door: handed over with its proof on one screen, why not on the other. */
export function stopPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, draw: typeof StopPage | typeof AttemptPage, errors: FieldError[] = []) => {
    const { frame, form, actor, now, params } = call
    const { round, stops, may } = await roundOnScreen(db, idIn(params), { by: actor, now })
    const stop = stops.find(one => String(one.stop) === params['stop'])
    if (!stop || !may.carry) throw notFound('Không có điểm phát này trong chuyến của ông/bà.')
    const values = { ...form, request_id: form['request_id'] ?? newRequestId() }
    call.show(draw({ frame, round, stop, values, errors }), errors.length ? 422 : 200)
  }

  const door = (below: string, outcome: Report['what']['outcome'], draw: typeof StopPage | typeof AttemptPage) => {
    const path = `/staff/rounds/:id/stops/:stop${below}`
    get(path, 'carry round', call => show(call, draw))
    post(path, 'carry round', async call => {
      const { form, params } = call
      const at = { round: idIn(params), stop: parse(stopNumber, params['stop']) }
      const told = async () => {
        const said = readStopForm(form, outcome)
        await reportStop(db, at, said, doingOf(house, call))
        return isTaken(db, said.id, call.actor)
      }
      const result = await formOutcome(told, places)
      if ('errors' in result) return show(call, draw, result.errors)
      call.goTo(`/staff/round?done=${result.done ? outcome : 'review'}`)
    })
  }

  door('', 'delivered', StopPage)
  door('/attempt', 'attempted', AttemptPage)
  return router
}

/** Where on the forms a rule of the present state is told. */
const places = {
  item_code_in_use: '/envelope',
  item_code_not_issued: '/envelope',
  several_desks: '/papers',
  notice_too_early: '/left_with',
  notices_left: '/left_with',
}
