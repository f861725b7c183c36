import type Router from '@koa/router'
import { CollectionPage } from '../../templates/rounds/collection-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import type { FieldError } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { handOut } from './hand-out.ts'
import { leaveNotice } from './leave-notice.ts'
import { readCollectionForm } from './read-report-form.ts'
import { isTaken } from './report-view.ts'
import { notice } from './schemas.ts'
import { waitingFor } from './waiting-for.ts'

/** The counter, where a receiver fetches what could not be delivered, or is invited to. */
export function collectionPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, actor, now } = call
    const code = normaliseItemCode(call.params['code'] ?? query['code'] ?? '')
    const waiting = await waitingFor(db, code, actor, now)
    const values = { ...form, request_id: form['request_id'] ?? newRequestId() }
    call.show(CollectionPage({ frame, code, waiting, values, errors, done: query['done'] }), errors.length ? 422 : 200)
  }

  get('/staff/collections', 'hand out', call => show(call))

  post('/staff/collections/:code', 'hand out', async call => {
    const give = async () => {
      const { codes, ...report } = readCollectionForm(call.form)
      await handOut(db, codes, { ...report, codes: null }, doingOf(house, call))
      return isTaken(db, report.id, call.actor)
    }
    const outcome = await formOutcome(give, { several_desks: '/papers', item_code_in_use: '/envelope' })
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo(`/staff/collections?done=${outcome.done ? 'handed' : 'review'}`)
  })

  post('/staff/collections/:code/notices', 'hand out', async call => {
    const code = normaliseItemCode(call.params['code'] ?? '')
    const leave = () => {
      const said = parse(notice, { left_with: call.form['left_with'] ?? '' })
      return once(house, call, `page notice ${code}`, trx => leaveNotice(trx, { code, ...said }, doingOf(house, call)))
    }
    const outcome = await formOutcome(leave, { notice_too_early: '/left_with', notices_left: '/left_with' })
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo(`/staff/collections?${new URLSearchParams({ code, done: 'notice' })}`)
  })
  return router
}
