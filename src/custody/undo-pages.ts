import type Router from '@koa/router'
import { z } from 'zod'
import { UndoPage } from '../../templates/custody/undo-page.tsx'
import { type FieldError, notFound } from '../kit/errors.ts'
import { line } from '../kit/fields.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { doingOf, type WorkingHouse } from './doing.ts'
import { scanLines } from './scan-lines.ts'
import { undoScan } from './undo-scan.ts'

const undoing = z.object({ reason: line(200) })

/** Taking back one's own scan: a page that says which, and asks why. */
export function undoPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const ask = async (call: PageCall, errors: FieldError[] = []) => {
    const scan = await ownScan(call)
    call.show(UndoPage({ frame: call.frame, scan, values: call.form, errors }), errors.length ? 422 : 200)
  }

  const ownScan = async ({ params, actor, now }: PageCall) => {
    const id = idIn(params)
    const [scan] = await scanLines(db, [id], actor.id, now)
    if (!scan) throw notFound('Không có lần quét này trong các lần quét của ông/bà.')
    return scan
  }

  get('/staff/scan/:id/undo', 'scan', call => ask(call))

  post('/staff/scan/:id/undo', 'scan', async call => {
    const { id, step } = await ownScan(call)
    const outcome = await formOutcome(() => undo(id, call))
    if ('errors' in outcome) return ask(call, outcome.errors)
    call.goTo(`/staff/scan?step=${step}&done=undo`)
  })

  const undo = async (scan: string, call: PageCall) => {
    const { reason } = parse(undoing, { reason: call.form['reason'] ?? '' })
    return undoScan(db, { scan, reason }, doingOf(house, call))
  }
  return router
}
