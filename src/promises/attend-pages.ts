import type Router from '@koa/router'
import { z } from 'zod'
import { AlertPage } from '../../templates/control/alert-page.tsx'
import { ReviewPage } from '../../templates/control/review-page.tsx'
import { closeReview } from '../custody/close-review.ts'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { openReview } from '../custody/queries.ts'
import { type FieldError, notFound } from '../kit/errors.ts'
import { line } from '../kit/fields.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { openAlert } from './open-alerts.ts'
import { settleClaim } from './settle-claim.ts'

const acknowledgement = z.object({ note: line(500) })
const closing = z.object({ reason: line(500) })
const claim = closing.extend({ upheld: z.enum(['yes', 'no'], 'Xin chọn một.') })

/** What a supervisor does about an alert or a review: take it on with a note, close it with a reason. */
export function attendPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const showAlert = async (call: PageCall, errors: FieldError[] = []) => {
    const alert = await openAlert(db, idOf(call))
    if (!alert) throw notFound('Không có cảnh báo này, hoặc cảnh báo đã tự đóng.')
    call.show(
      AlertPage({ frame: call.frame, alert, now: call.now, values: call.form, errors }),
      errors.length ? 422 : 200,
    )
  }

  get('/staff/control/alerts/:id', 'acknowledge', call => showAlert(call))

  post('/staff/control/alerts/:id', 'acknowledge', async call => {
    const { form, actor, now } = call
    const outcome = await formOutcome(async () => {
      const { note } = parse(acknowledgement, { note: form['note'] ?? '' })
      await acknowledgeAlert(db, { id: idOf(call), note }, { by: actor, now })
    })
    if ('errors' in outcome) return showAlert(call, outcome.errors)
    call.goTo('/staff/control?done=alert')
  })

  const showReview = async (call: PageCall, errors: FieldError[] = []) => {
    const review = await openReview(db, idOf(call))
    if (!review) throw notFound('Không có mục xem xét này, hoặc mục này đã đóng.')
    call.show(ReviewPage({ frame: call.frame, review, values: call.form, errors }), errors.length ? 422 : 200)
  }

  get('/staff/control/reviews/:id', 'close review', call => showReview(call))

  post('/staff/control/reviews/:id', 'close review', async call => {
    const outcome = await formOutcome(async () => {
      const id = idOf(call)
      const isClaim = (await openReview(db, id))?.kind === 'was_at_home'
      return isClaim ? settle(house, call) : close(house, call)
    })
    if ('errors' in outcome && outcome.code !== 'already_closed') return showReview(call, outcome.errors)
    call.goTo('/staff/control?done=review')
  })
  return router
}

const idOf = ({ params }: PageCall) => idIn(params)

async function close({ db }: WorkingHouse, call: PageCall) {
  const { reason } = parse(closing, { reason: call.form['reason'] ?? '' })
  await closeReview(db, { id: idOf(call), reason }, { by: call.actor, now: call.now })
}

async function settle(house: WorkingHouse, call: PageCall) {
  const { reason, upheld } = parse(claim, { reason: call.form['reason'] ?? '', upheld: call.form['upheld'] })
  await settleClaim(house.db, { review: idOf(call), upheld: upheld === 'yes', reason }, doingOf(house, call))
}
