import type Router from '@koa/router'
import { OnTimePage } from '../../templates/reports/on-time-page.tsx'
import { ParcelTimePage } from '../../templates/reports/parcel-time-page.tsx'
import { DomainError, type FieldError } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { standingOf } from '../promises/standing.ts'
import { onTime, pauseShares } from './on-time.ts'
import { type Grouping, groupings } from './options.ts'
import { parcelStory } from './parcel-story.ts'
import { asked, periodOf } from './period.ts'
import { timeSpent } from './time-spent.ts'
import { whereTimeWent } from './where-time-went.ts'

/** The month as both organisations answer for it, and one late parcel. */
export function reportPages(house: House): Router {
  const { router, get } = pages(house)
  const { db } = house

  get('/staff/control/report', 'watch promises', async call => {
    const { frame, now, query } = call
    const { days, errors, ...period } = periodIn(call)
    const by = groupingIn(query['by'])
    const [kept, pauses, spent] = await Promise.all([
      onTime(db, period, now),
      pauseShares(db, period, now),
      timeSpent(db, period, by, now),
    ])
    call.show(OnTimePage({ frame, days, errors, by, kept, pauses, spent }), errors.length ? 422 : 200)
  })

  get('/staff/control/parcels/:code', 'watch promises', async ({ frame, now, params, show }) => {
    const code = String(params['code'])
    const [held, story] = await Promise.all([whereTimeWent(db, code, now), parcelStory(db, code)])
    const promises = story.promises.map(one => ({ ...one, standing: standingOf(one, now) }))
    show(ParcelTimePage({ frame, code, held, story: { ...story, promises } }))
  })
  return router
}

/** What cannot be a period is said beside this month's figures. */
function periodIn({ query, now }: PageCall) {
  const sent = Object.fromEntries(['from', 'to'].flatMap(name => (query[name] ? [[name, query[name]]] : [])))
  try {
    return { ...periodOf(parse(asked, sent), now), errors: [] as readonly FieldError[] }
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return { ...periodOf({}, now), errors: error.fields }
  }
}

const groupingIn = (said = ''): Grouping => (Object.hasOwn(groupings, said) ? (said as Grouping) : 'unit')
