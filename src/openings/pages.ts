import type Router from '@koa/router'
import { OpeningPage } from '../../templates/openings/opening-page.tsx'
import { OpeningRecordPage } from '../../templates/openings/opening-record-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { listedPapers } from './listed-papers.ts'
import { openParcel } from './open-parcel.ts'
import { printOpening } from './print-opening.ts'
import { concernedParcel, openingOf } from './queries.ts'
import { readOpening } from './read-opening.ts'

/** Opening an envelope at the desk: the list beside what was counted, and the record of it. */
export function openingPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const form = async ({ frame, params, actor, form, show }: PageCall, errors: FieldError[] = []) => {
    const parcel = await concernedParcel(db, String(params['code']), actor)
    const papers = await listedPapers(db, parcel.id)
    const values = { ...form, request_id: form['request_id'] ?? newRequestId() }
    show(OpeningPage({ frame, code: parcel.code, papers, values, errors }), errors.length ? 422 : 200)
  }

  get('/staff/desk/openings/:code', 'print', async call => {
    const { frame, params, query, actor } = call
    const parcel = await concernedParcel(db, String(params['code']), actor)
    const record = await openingOf(db, parcel)
    if (!record || (parcel.taken_at && record.taken_at < parcel.taken_at)) return form(call)
    call.show(OpeningRecordPage({ frame, record, isNew: query['done'] === 'opening' }))
  })

  post('/staff/desk/openings/:code', 'open parcel', async call => {
    const parcel = await concernedParcel(db, String(call.params['code']), call.actor)
    const outcome = await formOutcome(() => open(parcel, call))
    if ('errors' in outcome) return form(call, outcome.errors)
    call.goTo(`/staff/desk/openings/${parcel.code}?done=opening`)
  })

  const open = async ({ id, code }: { id: string; code: string }, call: PageCall) => {
    const opening = readOpening(call.form, await listedPapers(db, id))
    return once(house, call, `page opening ${code}`, async trx => {
      await openParcel(trx, { code, ...opening }, { by: call.actor, now: call.now })
      return code
    })
  }

  get('/staff/desk/openings/:code/opening.pdf', 'print', async ({ ctx, params, actor, now }) => {
    ctx.body = await printOpening(db, String(params['code']), { by: actor, now })
    ctx.type = 'application/pdf'
  })
  return router
}
