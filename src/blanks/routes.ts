import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { makeBlanks } from './make-blanks.ts'
import { printBlankSets } from './print-blank-sets.ts'
import { blankBatch, blankOrder, spoiled, spoiling } from './schemas.ts'
import { spoilBlank } from './spoil-blank.ts'

/** Blank sets for other programs of an office. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)
  const { keys } = house

  on(
    {
      method: 'post',
      path: '/blank-sets',
      summary: 'Make numbered blank sets of paper for an office',
      who: 'print blank sets',
      body: blankOrder,
      reply: blankBatch,
      creates: true,
    },
    async ({ db, actor, now, body }) => {
      const id = await makeBlanks(db, body, { by: actor, now, keys })
      return { id, links: { sets: `/api/v1/blank-sets/${id}.pdf` } }
    },
  )

  on(
    {
      method: 'get',
      path: '/blank-sets/:id.pdf',
      summary: 'The sets of a printing that nobody has used yet',
      who: 'print blank sets',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => printBlankSets(db, idIn(params), { ...house, by: actor, now }),
  )

  on(
    {
      method: 'post',
      path: '/blank-sets/spoiled',
      summary: 'A set was spoiled before anybody used it',
      who: 'print blank sets',
      body: spoiling,
      reply: spoiled,
    },
    async ({ db, actor, now, body }) => {
      await spoilBlank(db, body, { by: actor, now })
      return { code: body.code }
    },
  )
  return { ...slice, on }
}
