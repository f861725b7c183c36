import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { idIn, parse } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import { reportOf } from './read-report.ts'
import { reportStop } from './report-stop.ts'
import { reportView } from './report-view.ts'
import { reported, stopNumber, stopReport } from './schemas.ts'

/** What happened at a door. */
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
  return { ...slice, on }
}
