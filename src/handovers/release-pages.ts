import type Router from '@koa/router'
import { ReleasePage } from '../../templates/handovers/release-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { parcelsInHand } from '../custody/in-hand.ts'
import type { FieldError } from '../kit/errors.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { onForm, readRelease } from './read-forms.ts'
import { releaseHandover } from './release-handover.ts'
import { sidesOf } from './sides.ts'
import { takerChoices } from './taker-choices.ts'

/** The giver's form: to whom, and what. */
export function releasePages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const ask = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, now, actor } = call
    const units = sidesOf(actor).flatMap(({ side }) => (side.kind === 'courier' ? [] : [side.unit]))
    const [takers, inHand] = await Promise.all([takerChoices(db, now), parcelsInHand(db, { person: actor.id, units })])
    const requestId = form['request_id'] ?? newRequestId()
    const page = { frame, now, takers, inHand, requestId, values: form, errors: onForm(errors) }
    call.show(ReleasePage(page), errors.length ? 422 : 200)
  }

  get('/staff/handovers/new', 'hand over', call => ask(call))

  post('/staff/handovers', 'hand over', async call => {
    const { form, actor, now } = call
    const outcome = await formOutcome(
      () =>
        once(house, call, 'page release', trx =>
          releaseHandover(trx, readRelease(form), doingOf(house, { actor, now })),
        ),
      { already_listed: '/codes' },
    )
    if ('errors' in outcome) return ask(call, outcome.errors)
    call.goTo(`/staff/handovers/${outcome.done}?done=release`)
  })
  return router
}
