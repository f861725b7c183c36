import type Router from '@koa/router'
import type { Knex } from 'knex'
import { ConfirmationPage } from '../../templates/counter/confirmation-page.tsx'
import { DossierPage } from '../../templates/dossiers/dossier-page.tsx'
import { type Doing, doingOf, type WorkingHouse } from '../custody/doing.ts'
import type { FieldError } from '../kit/errors.ts'
import { formOutcome } from '../people/form-outcome.ts'
import type { Action } from '../people/may.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { askRefund } from './ask-refund.ts'
import { dossierOnScreen } from './dossier-on-screen.ts'
import { makeParcel } from './make-parcel.ts'
import { payRefund } from './pay-refund.ts'
import { inForm, readDecision, readSmallForm } from './read-decision.ts'
import { reissueLookupCode } from './reissue-lookup-code.ts'
import { newLookup, parcelRequest, refundPayment, refundRequest } from './schemas.ts'
import { type Verb, verbs } from './verbs.ts'

/** The page of one dossier, and the forms on it. A form that did its work leads back here with `?done=‹form›`. */
export function dossierPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)

  get('/staff/dossiers/:reference', 'read dossiers', async call => {
    const { done } = call.query
    const shown = await shownTo(house, call)
    call.show(done === 'intake' ? ConfirmationPage(shown) : DossierPage({ ...shown, done }))
  })

  const sent = ({ form, path, who, places, work }: SmallForm) =>
    post(`/staff/dossiers/:reference/${path}`, who, async call => {
      const reference = referenceOf(call)
      const route = `page ${path} ${reference}`
      const outcome = await formOutcome(
        () => once(house, call, route, trx => work(trx, reference, call.form, doingOf(house, call))),
        places,
      )
      if ('done' in outcome) return call.goTo(`/staff/dossiers/${reference}?done=${form}`)
      call.show(DossierPage(await shownTo(house, call, inForm(form, outcome.errors))), 422)
    })
  for (const form of [...verbs.map(decisionForm), envelopeForm, lookupCodeForm, refundForm, refundPaymentForm])
    sent(form)
  return router
}

const referenceOf = ({ params }: PageCall) => String(params['reference'])

async function shownTo(house: WorkingHouse, call: PageCall, errors: readonly FieldError[] = []) {
  const { db, hotline } = house
  const dossier = await dossierOnScreen(db, referenceOf(call), doingOf(house, call))
  const request_id = call.form['request_id'] ?? newRequestId()
  return { ...dossier, frame: call.frame, now: call.now, hotline, values: { ...call.form, request_id }, errors }
}

/** A form below a dossier: where it is sent, who may, its work, and the field that a rule's code speaks of. */
type SmallForm = {
  form: string
  path: string
  who: Action
  places?: Record<string, string>
  work: (trx: Knex, reference: string, form: Record<string, string>, doing: Doing) => Promise<unknown>
}

const decisionForm = ({ decision, path, who, run }: Verb): SmallForm => ({
  form: decision,
  path,
  who,
  places: { official_code_in_use: '/official_code' },
  async work(trx, reference, form, doing) {
    await run(trx, reference, readDecision(decision, form), doing)
    return decision
  },
})

const envelopeForm: SmallForm = {
  form: 'parcel',
  path: 'parcels',
  who: 'make parcel',
  places: { item_code_in_use: '/item_code', item_code_not_issued: '/item_code', range_exhausted: '/item_code' },
  work(trx, reference, form, doing) {
    const { dossiers = [], ...request } = readSmallForm(envelope, 'parcel', form)
    return makeParcel(trx, { ...request, dossiers: [reference, ...dossiers] }, doing)
  },
}

/** On its own page a dossier is in the envelope anyway; others may go with it. */
const envelope = parcelRequest.partial({ dossiers: true })

const lookupCodeForm: SmallForm = {
  form: 'lookup_code',
  path: 'lookup-code',
  who: 'reissue lookup code',
  async work(trx, reference, form, doing) {
    const { paper_seen } = readSmallForm(newLookup, 'lookup_code', form)
    await reissueLookupCode(trx, reference, paper_seen, doing)
    return 'reissued'
  },
}

const refundForm: SmallForm = {
  form: 'refund',
  path: 'refund',
  who: 'refund',
  async work(trx, reference, form, doing) {
    await askRefund(trx, reference, readSmallForm(refundRequest, 'refund', form), doing)
    return 'asked'
  },
}

const refundPaymentForm: SmallForm = {
  form: 'refund_payment',
  path: 'refund/payment',
  who: 'refund',
  async work(trx, reference, form, doing) {
    const { receipt } = readSmallForm(refundPayment, 'refund_payment', form)
    await payRefund(trx, reference, receipt, doing)
    return 'paid'
  },
}
