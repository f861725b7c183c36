import type Router from '@koa/router'
import type { Knex } from 'knex'
import { validate } from 'uuid'
import { ControlPage } from '../../templates/control/control-page.tsx'
import { openReviews } from '../custody/queries.ts'
import { pageNumber, pagesFor } from '../kit/paging.ts'
import { may } from '../people/may.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { rememberSlow } from '../platform/remember-slow.ts'
import { inWhoseHands, openCounts } from './control-queries.ts'
import { feedbackFigures } from './feedback-figures.ts'
import { openAlerts } from './open-alerts.ts'
import { board, promiseCounts } from './queries.ts'

const pageful = 30

/** The control room: first the answer, then the list by time left, then what asks for a person. */
export function controlPages(house: House): Router {
  const { router, get } = pages(house)
  const { db } = house
  const figures = rememberSlow(now => figuresOf(db, now))

  get('/staff/control', 'watch promises', async call => {
    const { frame, now, actor, query } = call
    const page = pageNumber(query['page'])
    const [{ value, at }, rows, alerts, reviews, counts, feedback] = await Promise.all([
      figures(now),
      board(db, { limit: pageful, offset: (page - 1) * pageful }, now),
      openAlerts(db, { limit: pageful, after: after(query['alerts']) }),
      openReviews(db, { limit: pageful, after: after(query['reviews']) }),
      openCounts(db),
      feedbackFigures(db, now),
    ])
    const { standing, hands } = value
    const total = standing.on_time + standing.at_risk + standing.late + standing.paused
    const pages = pagesFor(total, pageful)
    const rights = { acknowledges: may(actor, 'acknowledge'), closes: may(actor, 'close review') }
    const done = query['done']
    call.show(
      ControlPage({
        frame,
        now,
        standing,
        hands,
        counted_at: at,
        rows,
        total,
        page,
        pages,
        alerts,
        reviews,
        counts,
        feedback,
        rights,
        done,
      }),
    )
  })
  return router
}

/** With a million promises counting them takes seconds; the list and the alerts are always of now. */
async function figuresOf(db: Knex, now: Date) {
  const [standing, hands] = await Promise.all([promiseCounts(db, now), inWhoseHands(db, now)])
  return { standing, hands }
}

const after = (id: string | undefined) => (validate(id) ? id : undefined)
