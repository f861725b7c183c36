import type Router from '@koa/router'
import type { Knex } from 'knex'
import { ScanPage } from '../../templates/custody/scan-page.tsx'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { openUnits } from '../places/queries.ts'
import { doingOf, type WorkingHouse } from './doing.ts'
import { parcelsInHand } from './in-hand.ts'
import { ownSteps } from './own-steps.ts'
import { readSheet } from './read-sheet.ts'
import { recordSheet } from './record-sheet.ts'
import { lastScans, scanLines } from './scan-lines.ts'
import { scanningUnits } from './scanning-units.ts'

/** The scan station: one form that records scans, what became of them, and what is in hand. */
export function scanPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db, hotline } = house

  get('/staff/scan', 'scan', async call => {
    const { done, ...values } = call.query
    call.show(ScanPage({ ...(await station(db, call)), values, hotline, isUndone: done === 'undo' }))
  })

  post('/staff/scan', 'scan', async call => {
    const { form, actor, now } = call
    const outcome = await formOutcome(() => record(call))
    const page = { ...(await station(db, call)), hotline, answers: form['request_id'] }
    if ('errors' in outcome) return call.show(ScanPage({ ...page, values: form, errors: outcome.errors }), 422)
    const { codes: _, ...values } = form
    call.show(ScanPage({ ...page, values, sent: await scanLines(db, outcome.done, actor.id, now) }))
  })

  const record = async (call: PageCall) => {
    const sheet = readSheet(call.form, ownSteps(call.actor), scanningUnits(call.actor))
    return recordSheet(db, sheet, doingOf(house, call))
  }
  return router
}

/** What the station shows whatever was sent. Its form has an id of its own, by which sending it twice is harmless. */
async function station(db: Knex, { actor, now, frame }: PageCall) {
  const units = scanningUnits(actor)
  const [last, inHand, offices] = await Promise.all([
    lastScans(db, actor.id, now),
    parcelsInHand(db, { person: actor.id, units: units.map(({ id }) => id) }),
    openUnits(db, 'post_office', localDate(now)),
  ])
  return { frame, now, steps: ownSteps(actor), units, last, inHand, offices, requestId: newRequestId() }
}
