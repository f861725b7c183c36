import type Router from '@koa/router'
import { validate } from 'uuid'
import { ControlPage } from '../../templates/control/control-page.tsx'
import { openReviews } from '../custody/queries.ts'
import { pageNumber, pagesFor } from '../kit/paging.ts'
import { may } from '../people/may.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { inWhoseHands, openCounts } from './control-queries.ts'
import { openAlerts } from './open-alerts.ts'
import { board, promiseCounts } from './queries.ts'
import { toldFigures } from './told-figures.ts'

const pageful = 30

/** The control room: first the answer, then the list by time left, then what asks for a person. */
export function controlPages(house: House): Router {
  const { router, get } = pages(house)
  const { db } = house

  get('/staff/control', 'watch promises', async call => {
    const { frame, now, actor, query } = call
    const page = pageNumber(query['page'])
    const [counted, held, rows, alerts, reviews, counts, told] = await Promise.all([
      promiseCounts(db, now),
      inWhoseHands(db, now),
      board(db, { limit: pageful, offset: (page - 1) * pageful }, now),
      openAlerts(db, { limit: pageful, after: after(query['alerts']) }),
      openReviews(db, { limit: pageful, after: after(query['reviews']) }),
      openCounts(db),
      toldFigures(db, now),
    ])
    const total = counted.on_time + counted.at_risk + counted.late + counted.paused
    const pages = pagesFor(total, pageful)
    const rights = { acknowledges: may(actor, 'acknowledge'), closes: may(actor, 'close review') }
    const done = query['done']
    call.show(
      ControlPage({
        frame,
        now,
        standing: counted,
        hands: held,
        rows,
        page,
        pages,
        alerts,
        reviews,
        counts,
        told,
        rights,
        done,
      }),
    )
  })
  return router
}

const after = (id: string | undefined) => (validate(id) ? id : undefined)
