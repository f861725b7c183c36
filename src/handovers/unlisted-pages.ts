import type Router from '@koa/router'
import { validate } from 'uuid'
import { UnlistedPage } from '../../templates/handovers/unlisted-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { idIn } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { actingFor } from './sides.ts'
import { signUnlisted } from './sign-unlisted.ts'
import { unlistedParcels } from './unlisted-parcels.ts'

/** What was taken on one day without a list: to look through, and for the taker to sign for. */
export function unlistedPages(house: House): Router {
  const { router, get, post } = pages(house)

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, params, actor } = call
    const unlisted = await unlistedParcels(house.db, idIn(params), actor)
    const page = {
      frame,
      unlisted,
      maySign: actingFor(actor, unlisted.taker) !== undefined,
      id: idIn(params),
      requestId: form['request_id'] ?? newRequestId(),
      errors,
    }
    call.show(UnlistedPage(page), errors.length ? 422 : 200)
  }

  get('/staff/handovers/unlisted/:id', 'read hand-overs', call => show(call))

  post('/staff/handovers/unlisted/:id', 'hand over', async call => {
    const { form, actor, now, params } = call
    const crossing = idIn(params)
    const events = String(form['events'] ?? '')
      .split(',')
      .filter(id => validate(id))
    const signature = { crossing, events }
    const outcome = await formOutcome(
      () => once(house, call, `page unlisted ${crossing}`, trx => signUnlisted(trx, signature, { by: actor, now })),
      { list_changed: '/events' },
    )
    if ('errors' in outcome) return show(call, outcome.errors)
    call.goTo(`/staff/handovers/${outcome.done}?done=acceptance`)
  })
  return router
}
