import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { openParcel } from './open-parcel.ts'
import { openingView } from './opening-view.ts'
import { printOpening } from './print-opening.ts'
import { opening, openingRecord } from './schemas.ts'

/** What was found when a desk opened an envelope. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/parcels/:code/opening',
      summary: 'Open an envelope at its desk: the seal, and what differs from the list',
      who: 'open parcel',
      body: opening,
      reply: openingRecord,
      creates: true,
    },
    async ({ db, actor, now, params, body }) => {
      const code = normaliseItemCode(String(params['code']))
      await openParcel(db, { code, ...body }, { by: actor, now })
      return openingView(db, code, actor)
    },
  )

  on(
    {
      method: 'get',
      path: '/parcels/:code/opening',
      summary: 'What was found when it was opened',
      who: 'print',
      reply: openingRecord,
    },
    ({ db, actor, params }) => openingView(db, String(params['code']), actor),
  )

  on(
    {
      method: 'get',
      path: '/parcels/:code/opening.pdf',
      summary: 'Biên bản mở bưu gửi, one copy for each side',
      who: 'print',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => printOpening(db, String(params['code']), { by: actor, now }),
  )
  return { ...slice, on }
}
