import { z } from 'zod'
import { line, moment } from '../kit/fields.ts'
import { idIn } from '../kit/parse.ts'
import { storable } from '../kit/text.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { closeReview } from './close-review.ts'
import type { Consequence } from './consequence.ts'
import { correctScan } from './correct-scan.ts'
import { openReviews, parcelByCode } from './queries.ts'
import { recordScans } from './record-scans.ts'
import { reviewList, scanned, verdict, verdicts } from './schemas.ts'

/** What cannot be kept as it is refuses its own scan, not the whole list. */
const said = (max: number) => z.string().max(max).overwrite(storable)

const detail = z.record(z.string().regex(/^[a-z_]{1,30}$/), z.union([said(200), z.number(), z.boolean()]))

const scan = z.strictObject({
  id: z.uuid().toLowerCase(),
  step: said(40),
  code: said(40),
  occurred_at: moment,
  counter: z.int().min(0).optional(),
  source: z.enum(['device', 'paper', 'import']).default('device'),
  detail: detail.default({}),
})

const scanList = z.strictObject({
  device: said(80).optional(),
  unit: said(40).optional(),
  sent_at: moment,
  scans: z.array(scan).min(1).max(500),
})

const correction = z.strictObject({ id: z.uuid().toLowerCase(), reason: line(200), sent_at: moment.optional() })

export function routes(house: House & { consequences: readonly Consequence[] }): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/scans',
      summary: 'Record scans; one verdict each, in order',
      who: 'scan',
      body: scanList,
      reply: verdicts,
    },
    async ({ db, now, actor, body }) => {
      const { device = null, unit = null, sent_at } = body
      const scans = body.scans.map(({ counter = null, code, ...one }) => ({
        ...one,
        code: normaliseItemCode(code),
        counter,
        device,
        unit,
        sent_at,
        corrects: null,
        by: actor,
      }))
      return { verdicts: await recordScans(db, scans, { now, consequences: house.consequences }) }
    },
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
    ({ db, now, actor, params, body }) =>
      correctScan(db, { corrects: idIn(params), ...body }, { by: actor, now, consequences: house.consequences }),
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

  const paged = z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.uuid().optional(),
  })
  on(
    {
      method: 'get',
      path: '/reviews',
      summary: 'What needs a supervisor’s look',
      who: 'watch promises',
      query: paged,
      reply: reviewList,
    },
    ({ db, query }) => openReviews(db, query),
  )

  const closing = z.strictObject({ reason: line(500) })
  on(
    {
      method: 'post',
      path: '/reviews/:id/closing',
      summary: 'Close a review with a reason',
      who: 'close review',
      body: closing,
      reply: z.strictObject({ id: z.uuid() }),
    },
    ({ db, now, actor, params, body }) =>
      closeReview(db, { id: idIn(params), reason: body.reason }, { by: actor, now }),
  )
  return { ...slice, on }
}
