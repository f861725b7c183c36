import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import { cancelHandover } from './cancel-handover.ts'
import { closeDifference } from './close-difference.ts'
import { handoverView } from './handover-view.ts'
import { closed, handover, reason } from './schemas.ts'

/** What becomes of a hand-over beside its signatures: taken back, or a difference explained. */
export function settlingRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/handovers/:id/cancellation',
      summary: 'The giver takes a released list back',
      who: 'settle hand-over',
      body: reason,
      reply: handover,
    },
    async ({ db, actor, now, params, body }) => {
      await cancelHandover(db, { id: idIn(params), ...body }, doingOf(house, { actor, now }))
      return handoverView(db, idIn(params), actor)
    },
  )

  on(
    {
      method: 'post',
      path: '/handovers/:id/differences/:difference/closing',
      summary: 'One side says why; closed when both have',
      who: 'settle hand-over',
      body: reason,
      reply: closed,
    },
    ({ db, actor, now, params, body }) =>
      closeDifference(db, { handover: idIn(params), id: idIn(params, 'difference'), ...body }, { by: actor, now }),
  )
  return { ...slice, on }
}
