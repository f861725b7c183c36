import { idIn } from '../kit/parse.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import { correctScan } from './correct-scan.ts'
import { doingOf, type WorkingHouse } from './doing.ts'
import { parcelByCode } from './queries.ts'
import { recorder } from './recorder.ts'
import { correction, scanList, scansOf } from './scan-request.ts'
import { scanned, verdict, verdicts } from './schemas.ts'

/** Scans, taking one back, and where a parcel is. */
export function routes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)
  const record = recorder(house)

  on(
    {
      method: 'post',
      path: '/scans',
      summary: 'Record scans; one verdict each, in order',
      who: 'scan',
      body: scanList,
      reply: verdicts,
    },
    async ({ body, actor, now }) => ({ verdicts: await record(scansOf(body, actor, now)) }),
  )

  on(
    {
      method: 'post',
      path: '/scans/:id/correction',
      summary: 'Take a scan back',
      who: 'scan',
      body: correction,
      reply: verdict,
    },
    ({ db, params, body, ...call }) => correctScan(db, { corrects: idIn(params), ...body }, doingOf(house, call)),
  )

  on(
    {
      method: 'get',
      path: '/parcels/:code',
      summary: 'Who holds a parcel, and its history',
      who: 'read parcels',
      reply: scanned,
    },
    ({ db, actor, params }) => parcelByCode(db, normaliseItemCode(String(params['code'])), actor),
  )
  return { ...slice, on }
}
