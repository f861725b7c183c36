import type Router from '@koa/router'
import { StandstillsPage } from '../../templates/control/standstills-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import type { FieldError } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { openUnits } from '../places/queries.ts'
import { standstill } from './schemas.ts'
import { confirmStandstill, proposeStandstill, standstills, watchingSide } from './standstill.ts'

const pageful = 50

/** Force majeure: proposed by one organisation, confirmed by the other. */
export function standstillPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form: values, now, actor, query } = call
    const [rows, offices] = await Promise.all([standstills(db, pageful), openUnits(db, 'post_office', localDate(now))])
    const page = StandstillsPage({
      frame,
      rows,
      offices,
      values,
      errors,
      side: watchingSide(actor),
      done: query['done'],
    })
    call.show(page, errors.length ? 422 : 200)
  }

  get('/staff/control/standstills', 'watch promises', call => show(call))

  post('/staff/control/standstills', 'acknowledge', async call => {
    const { actor, now } = call
    const outcome = await formOutcome(async () => {
      const { unit = null, ...said } = parse(standstill, proposedIn(call.form))
      await proposeStandstill(db, { unit, ...said }, { by: actor, now })
    })
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo('/staff/control/standstills?done=proposed')
  })

  post('/staff/control/standstills/:id', 'acknowledge', async call => {
    const id = idIn(call.params)
    const outcome = await formOutcome(() => confirmStandstill(db, id, doingOf(house, call)))
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo('/staff/control/standstills?done=confirmed')
  })
  return router
}

const proposedIn = (form: Record<string, string>) => ({
  ...(form['unit'] ? { unit: form['unit'] } : {}),
  begins_at: localTime(form['begins_at']),
  ends_at: localTime(form['ends_at']),
  reason: form['reason'] ?? '',
})

/** As the browser's own field writes it. */
const localTime = (written = '') => (written ? `${written.slice(0, 16)}:00+07:00` : '')
