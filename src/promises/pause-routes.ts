import { z } from 'zod'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import { settlement, standstill } from './schemas.ts'
import { settleClaim } from './settle-claim.ts'
import { confirmStandstill, proposeStandstill } from './standstill.ts'

const id = z.strictObject({ id: z.uuid() })

/** What makes clocks stand still beside facts: whether somebody was at home after all, and force majeure. */
export function pauseRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/reviews/:id/claim',
      summary: 'Decide whether somebody was at home',
      who: 'close review',
      body: settlement,
      reply: id,
    },
    async ({ db, params, body, ...call }) => {
      await settleClaim(db, { review: idIn(params), ...body }, doingOf(house, call))
      return { id: idIn(params) }
    },
  )

  on(
    {
      method: 'post',
      path: '/standstills',
      summary: 'Propose that clocks stand still by force majeure',
      who: 'acknowledge',
      body: standstill,
      reply: id,
      creates: true,
    },
    async ({ db, actor, now, body: { unit = null, ...body } }) => ({
      id: await proposeStandstill(db, { unit, ...body }, { by: actor, now }),
    }),
  )

  on(
    {
      method: 'post',
      path: '/standstills/:id/confirmation',
      summary: 'The other organisation confirms it',
      who: 'acknowledge',
      body: z.strictObject({}),
      reply: id,
    },
    async ({ db, params, ...call }) => {
      await confirmStandstill(db, idIn(params), doingOf(house, call))
      return { id: idIn(params) }
    },
  )
  return { ...slice, on }
}
