import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { type Api, api } from '../people/endpoint.ts'
import { askRefund } from './ask-refund.ts'
import { dossierAnswer } from './dossier-view.ts'
import { payRefund } from './pay-refund.ts'
import { dossier, refundPayment, refundRequest } from './schemas.ts'

/** Money that the counter owes back for a dossier, and paying it. */
export function refundRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  on(asking, async ({ db, params, body, ...call }) => {
    const reference = String(params['reference'])
    await askRefund(db, reference, body, doingOf(house, call))
    return dossierAnswer(db, reference, { by: call.actor, now: call.now })
  })

  on(paying, async ({ db, params, body, ...call }) => {
    const reference = String(params['reference'])
    await payRefund(db, reference, body.receipt, doingOf(house, call))
    return dossierAnswer(db, reference, { by: call.actor, now: call.now })
  })
  return { ...slice, on }
}

const asking = {
  method: 'post',
  path: '/dossiers/:reference/refund',
  summary: 'Ask that money be paid back',
  who: 'refund',
  body: refundRequest,
  reply: dossier,
} as const

const paying = {
  method: 'post',
  path: '/dossiers/:reference/refund/payment',
  summary: 'The money was paid back',
  who: 'refund',
  body: refundPayment,
  reply: dossier,
} as const
