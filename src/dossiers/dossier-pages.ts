import type Router from '@koa/router'
import { ConfirmationPage } from '../../templates/counter/confirmation-page.tsx'
import { DossierPage } from '../../templates/dossiers/dossier-page.tsx'
import type { Consequence } from '../custody/consequence.ts'
import type { FieldError } from '../kit/errors.ts'
import { audit } from '../people/audit.ts'
import { formOutcome, type Outcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { dossierOnScreen } from './dossier-on-screen.ts'
import { makeParcel } from './make-parcel.ts'
import { inForm, readDecision, readSmallForm } from './read-decision.ts'
import { reissueLookupCode } from './reissue-lookup-code.ts'
import { newLookup, parcelRequest } from './schemas.ts'
import { verbs } from './verbs.ts'

/** The page of one dossier, and the forms on it. A form that did its work leads back here with `?done=‹form›`. */
export function dossierPages(house: House & { consequences: readonly Consequence[] }): Router {
  const { router, get, post } = pages(house)
  const { db } = house
  const doing = ({ actor: by, now }: PageCall) => ({ by, now, keys: house.keys, consequences: house.consequences })
  const referenceOf = ({ params }: PageCall) => String(params['reference'])

  async function page(call: PageCall, errors: readonly FieldError[] = []) {
    const dossier = await dossierOnScreen(db, referenceOf(call), doing(call))
    await audit(db, { by: call.actor, action: 'read dossier', subject: dossier.reference }, call.now)
    const request_id = call.form['request_id'] ?? newRequestId()
    return {
      ...dossier,
      frame: call.frame,
      now: call.now,
      hotline: house.hotline,
      values: { ...call.form, request_id },
      errors,
    }
  }

  async function answer(call: PageCall, form: string, outcome: Outcome<unknown>) {
    if ('done' in outcome) return call.goTo(`/staff/dossiers/${referenceOf(call)}?done=${form}`)
    call.show(DossierPage(await page(call, inForm(form, outcome.errors))), 422)
  }

  get('/staff/dossiers/:reference', 'read dossiers', async call => {
    const { done } = call.query
    const shown = await page(call)
    call.show(done === 'intake' ? ConfirmationPage(shown) : DossierPage({ ...shown, done }))
  })

  for (const { decision, path, who, run } of verbs) {
    post(`/staff/dossiers/:reference/${path}`, who, async call => {
      const outcome = await formOutcome(
        () =>
          once(house, call, `page ${path} ${referenceOf(call)}`, async trx => {
            await run(trx, referenceOf(call), readDecision(decision, call.form), doing(call))
            return decision
          }),
        { official_code_in_use: '/official_code' },
      )
      await answer(call, decision, outcome)
    })
  }

  post('/staff/dossiers/:reference/parcels', 'make parcel', async call => {
    const outcome = await formOutcome(
      () =>
        once(house, call, `page parcels ${referenceOf(call)}`, trx => {
          const { dossiers = [], ...request } = readSmallForm(envelope, 'parcel', call.form)
          return makeParcel(trx, { ...request, dossiers: [referenceOf(call), ...dossiers] }, doing(call))
        }),
      { item_code_in_use: '/item_code', item_code_not_issued: '/item_code', range_exhausted: '/item_code' },
    )
    await answer(call, 'parcel', outcome)
  })

  post('/staff/dossiers/:reference/lookup-code', 'reissue lookup code', async call => {
    const outcome = await formOutcome(() =>
      once(house, call, `page lookup-code ${referenceOf(call)}`, async trx => {
        const { paper_seen } = readSmallForm(newLookup, 'lookup_code', call.form)
        await reissueLookupCode(trx, referenceOf(call), paper_seen, doing(call))
        return 'reissued'
      }),
    )
    await answer(call, 'lookup_code', outcome)
  })
  return router
}

/** On its own page a dossier is in the envelope anyway; others may go with it. */
const envelope = parcelRequest.partial({ dossiers: true })
