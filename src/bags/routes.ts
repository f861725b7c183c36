import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { bagView, headOf } from './bag-view.ts'
import { closeBagDifference } from './close-bag-difference.ts'
import { codeIn } from './code-in.ts'
import { listBags } from './list-bags.ts'
import { asked, bag, bagList, closed, reason } from './schemas.ts'

/** Bags to read: which are underway, one with what is in it; and explaining what was not as it was sealed. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/bags/:code',
      summary: 'A bag; to who is to open it without its list',
      who: 'read bags',
      reply: bag,
    },
    ({ db, actor, params }) => bagView(db, codeIn(params), actor),
  )

  on(
    {
      method: 'get',
      path: '/bags',
      summary: 'Bags that wait for me, that are underway, or all that are not finished',
      who: 'read bags',
      query: asked,
      reply: bagList,
    },
    async ({ db, actor, query }) => {
      const { items, next } = await listBags(db, query, actor)
      const rows = items.map(item => ({
        ...headOf(item),
        differences: item.differences,
        is_mine_to_explain: item.is_mine_to_explain,
        held_by: item.held_by,
      }))
      return { items: rows, next }
    },
  )

  on(
    {
      method: 'post',
      path: '/bags/:code/differences/:difference/closing',
      summary: 'One end says why; closed when both have',
      who: 'settle hand-over',
      body: reason,
      reply: closed,
    },
    ({ db, actor, now, params, body }) =>
      closeBagDifference(db, { code: codeIn(params), id: idIn(params, 'difference'), ...body }, { by: actor, now }),
  )
  return { ...slice, on }
}
