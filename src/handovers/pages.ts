import type Router from '@koa/router'
import { HandoversPage } from '../../templates/handovers/handovers-page.tsx'
import { paged } from '../kit/paging.ts'
import { idIn } from '../kit/parse.ts'
import { may } from '../people/may.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { type ListedHandover, listHandovers } from './list-handovers.ts'
import { signedSheet } from './print-handover.ts'
import { unlistedOf } from './unlisted.ts'

/** So many sheets stand on one page; what is older is done first. */
const most = 200

/** Which hand-overs wait, for whom and for how long, and the sheets as they were signed. */
export function handoverPages(house: House): Router {
  const { router, get } = pages(house)
  const { db } = house

  get('/staff/handovers', 'read hand-overs', async ({ frame, query, actor, now, show }) => {
    const asking = { by: actor, now }
    const after = paged.shape.after.safeParse(query['after']).data
    const { items, next } = await listHandovers(db, { which: 'open', limit: most, after }, asking)
    // However many others are older: what waits for whoever reads this is on it.
    const mine = (await listHandovers(db, { which: 'to_accept', limit: most }, asking)).items.filter(forMe)
    const others = items.filter(item => !forMe(item))
    const unlisted = await unlistedOf(db, asking)
    const mayRelease = may(actor, 'hand over')
    show(HandoversPage({ frame, items: [...mine, ...others], next, unlisted, mayRelease, now }))
  })

  get('/staff/handovers/:id/sheet.pdf', 'read hand-overs', async ({ ctx, params, actor, now }) => {
    ctx.body = await signedSheet(db, idIn(params), { by: actor, now })
    ctx.type = 'application/pdf'
  })
  return router
}

const forMe = ({ is_mine_to_accept }: ListedHandover) => is_mine_to_accept
