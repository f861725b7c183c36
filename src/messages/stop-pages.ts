import type Router from '@koa/router'
import { StopPage } from '../../templates/messages/stop-page.tsx'
import { notFound } from '../kit/errors.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { readStopToken } from './addresses.ts'
import { stopIndex } from './stop-messages.ts'

/**
 * Where an e-mail leads that says “no more”: a page with one button, because programs that look at links must not stop
 * anything; mail programs send the form themselves (RFC 8058). Its address was signed here, and names nobody.
 */
export function stopPages(house: House): Router {
  const { router, get, post } = pages(house)

  get('/ngung-tin/:token', 'anyone', async call => {
    indexIn(house, call)
    call.show(StopPage({ frame: call.frame, isDone: false }))
  })

  post('/ngung-tin/:token', 'anyone', async call => {
    await stopIndex(house.db, indexIn(house, call), { by: null, now: call.now })
    call.show(StopPage({ frame: call.frame, isDone: true }))
  })
  return router
}

function indexIn({ keys }: House, { params }: PageCall): Buffer {
  const index = readStopToken(keys, String(params['token']))
  if (!index) throw notFound('Không có trang này. Xin mở lại từ thư đã nhận.')
  return index
}
