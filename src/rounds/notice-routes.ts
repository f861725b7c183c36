import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { rfc3339 } from '../kit/time.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import { visibleUnits } from '../people/may.ts'
import { dueParcels } from './due-parcels.ts'
import { leaveNotice } from './leave-notice.ts'
import { dueList, notice, noticed } from './schemas.ts'

/** What is due of what came back. Mounted before ids of rounds: `due` is none. */
export function noticeRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/rounds/due',
      summary: 'Results that came back: notices, holds and send-backs that are due',
      who: 'watch rounds',
      reply: dueList,
    },
    async ({ db, actor, now }) => {
      const due = await dueParcels(db, visibleUnits(actor, 'watch rounds'), now)
      const items = due.map(({ code, unit, deed, notices, noticed_at, held_until }) => ({
        ...{ code, unit, deed, notices, held_until },
        noticed_at: noticed_at && rfc3339(noticed_at),
      }))
      return { items }
    },
  )

  on(
    {
      method: 'post',
      path: '/parcels/:code/notices',
      summary: 'Invite the receiver of what waits at the counter; the second two working days after the first',
      who: 'hand out',
      body: notice,
      reply: noticed,
      creates: true,
    },
    async ({ db, actor, now, params, body }) => {
      const code = normaliseItemCode(String(params['code']))
      const number = await leaveNotice(db, { code, ...body }, doingOf(house, { actor, now }))
      return { code, number }
    },
  )
  return { ...slice, on }
}
