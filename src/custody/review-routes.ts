import { z } from 'zod'
import { line } from '../kit/fields.ts'
import { paged } from '../kit/paging.ts'
import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { closeReview } from './close-review.ts'
import { openReviews } from './queries.ts'
import { reviewList } from './schemas.ts'

const closing = z.strictObject({ reason: line(500) })

/** What needs a supervisor's look, and closing it. */
export function reviewRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/reviews',
      summary: 'What needs a supervisor’s look',
      who: 'watch promises',
      query: paged,
      reply: reviewList,
    },
    ({ db, query }) => openReviews(db, query),
  )

  on(
    {
      method: 'post',
      path: '/reviews/:id/closing',
      summary: 'Close a review with a reason',
      who: 'close review',
      body: closing,
      reply: z.strictObject({ id: z.uuid() }),
    },
    ({ db, now, actor, params, body }) =>
      closeReview(db, { id: idIn(params), reason: body.reason }, { by: actor, now }),
  )
  return { ...slice, on }
}
