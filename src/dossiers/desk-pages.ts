import type Router from '@koa/router'
import { DeskPage } from '../../templates/police/desk-page.tsx'
import { DeskParcelPage } from '../../templates/police/desk-parcel-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { parcelByCode } from '../custody/queries.ts'
import type { FieldError } from '../kit/errors.ts'
import { pageNumber } from '../kit/paging.ts'
import { parse } from '../kit/parse.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Actor } from '../people/actor.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { desk } from './desk.ts'
import { makeParcel } from './make-parcel.ts'
import { parcelRequest } from './schemas.ts'

/** The police desk: what waits for an officer, by time left, and the envelopes that go home. */
export function deskPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db, hotline } = house

  const inbox = async ({ actor, query, frame, now, ...call }: PageCall, errors: FieldError[] = []) => {
    const page = pageNumber(query['page'])
    const waiting = await desk(db, desksOf(actor), page, now)
    const shown = DeskPage({ frame, now, page, errors, desk: waiting, newId: newRequestId })
    call.show(shown, errors.length ? 422 : 200)
  }

  get('/staff/desk', 'decide', call => inbox(call))

  post('/staff/desk/parcels', 'decide', async call => {
    const outcome = await formOutcome(() => envelope(call))
    if ('errors' in outcome) return inbox(call, outcome.errors)
    call.goTo(`/staff/desk/parcels/${outcome.done.code}`)
  })

  const envelope = async (call: PageCall) => {
    const { purpose, dossiers = '' } = call.form
    const request = parse(parcelRequest, { purpose, dossiers: dossiers.split('\n').filter(Boolean) })
    return once(house, call, 'desk parcel', trx => makeParcel(trx, request, doingOf(house, call)))
  }

  get('/staff/desk/parcels/:code', 'decide', async ({ params, actor, frame, ...call }) => {
    const parcel = await parcelByCode(db, normaliseItemCode(String(params['code'])), actor)
    call.show(DeskParcelPage({ frame, parcel, hotline }))
  })
  return router
}

/** An officer sees the desks they sit at, and no other. */
const desksOf = ({ assignments }: Actor) =>
  assignments.flatMap(({ role, unit }) => (role === 'officer' && unit ? [unit] : []))
