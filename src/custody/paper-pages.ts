import type Router from '@koa/router'
import { PaperPage } from '../../templates/custody/paper-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { openUnits } from '../places/queries.ts'
import { doingOf, type WorkingHouse } from './doing.ts'
import { ownSteps } from './own-steps.ts'
import { readPaper } from './read-sheet.ts'
import { recordSheet } from './record-sheet.ts'
import { type ScanLine, scanLines } from './scan-lines.ts'
import { scanningUnits } from './scanning-units.ts'

/** What was written on paper while there was no power or no phone, typed in by whoever did it, with the paper's time. */
export function paperPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (
    call: PageCall,
    { sent = [], errors = [] }: { sent?: ScanLine[]; errors?: FieldError[] } = {},
  ) => {
    const { frame, form, actor, now } = call
    const known = { steps: ownSteps(actor), units: scanningUnits(actor) }
    const offices = await openUnits(db, 'post_office', localDate(now))
    // What was recorded is not typed again; the step and the day stay for the next paper.
    const values = sent.length ? { ...form, codes: '' } : form
    const page = { frame, ...known, offices, values, errors, sent, requestId: newRequestId() }
    call.show(PaperPage(page), errors.length ? 422 : 200)
  }

  get('/staff/scan/paper', 'scan', call => show(call))

  post('/staff/scan/paper', 'scan', async call => {
    const { form, actor, now } = call
    const outcome = await formOutcome(async () => {
      const sheet = readPaper(form, ownSteps(actor), scanningUnits(actor), now)
      return recordSheet(db, sheet, doingOf(house, call))
    })
    if ('errors' in outcome) return show(call, { errors: outcome.errors })
    return show(call, { sent: await scanLines(db, outcome.done, actor.id, now) })
  })
  return router
}
