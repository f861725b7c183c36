import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { idIn, parse } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import { handOut } from './hand-out.ts'
import { reportOf, takingOf } from './read-report.ts'
import { reportStop } from './report-stop.ts'
import { reportView } from './report-view.ts'
import { collection, reported, stopNumber, stopReport } from './schemas.ts'

/** What happened at a door or a counter. */
export function reportRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/rounds/:id/stops/:stop/report',
      summary:
        'Report a stop once for all its parcels: delivered with its proof, or why not; sent again it changes nothing',
      who: 'carry round',
      body: stopReport,
      reply: reported,
    },
    async ({ db, actor, now, params, body }) => {
      const at = { round: idIn(params), stop: parse(stopNumber, params['stop']) }
      await reportStop(db, at, reportOf(body), doingOf(house, { actor, now }))
      return reportView(db, body.id, actor)
    },
  )

  on(
    {
      method: 'post',
      path: '/collections',
      summary: 'Hand out over the counter what waits there for one receiver, with its proof',
      who: 'hand out',
      body: collection,
      reply: reported,
    },
    async ({ db, actor, now, body: { codes, ...body } }) => {
      await handOut(db, codes, takingOf(body), doingOf(house, { actor, now }))
      return reportView(db, body.id, actor)
    },
  )
  return { ...slice, on }
}
