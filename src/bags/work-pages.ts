import type Router from '@koa/router'
import { BagPage } from '../../templates/bags/bag-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import type { FieldError } from '../kit/errors.ts'
import { idIn } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import type { Action } from '../people/may.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { bagOnScreen } from './bag-on-screen.ts'
import { closeBagDifference } from './close-bag-difference.ts'
import { codeIn } from './code-in.ts'
import { openBag } from './open-bag.ts'
import { packParcels, unpackParcels } from './pack-parcels.ts'
import { onForm, readOpening, readPacking, readReason, readSeal } from './read-forms.ts'
import { sealBag } from './seal-bag.ts'

/** One bag: packing it, sealing it, opening it by a blind count, and what was not as it was sealed. */
export function workPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)

  const show = async (call: PageCall, at = '', errors: FieldError[] = []) => {
    const { frame, form, query, actor } = call
    const shown = await bagOnScreen(house.db, codeIn(call.params), actor)
    const requestId = form['request_id'] ?? newRequestId()
    const page = { ...shown, frame, at, requestId, values: form, errors: onForm(errors), done: query['done'] }
    call.show(BagPage(page), errors.length ? 422 : 200)
  }

  get('/staff/bags/:code', 'read bags', call => show(call))

  for (const { path, who, done, at, place, work } of forms)
    post(`/staff/bags/:code${path}`, who, async call => {
      const route = `page bag${path} ${codeIn(call.params)}`
      const outcome = await formOutcome(
        () =>
          once(house, call, route, async trx => {
            await work({ ...house, db: trx }, call)
            return null
          }),
        places(place),
      )
      if ('errors' in outcome) return show(call, at(call), outcome.errors)
      call.goTo(`/staff/bags/${codeIn(call.params)}?done=${done}`)
    })
  return router
}

/** Rules of the present state are told at the field that they are about. */
const places = (place: string) => ({ bag_not_open: place, empty_bag: place, bag_full: place, already_closed: place })

type BagForm = {
  path: string
  who: Action
  /** What the page says afterwards, and which of its forms was sent. */
  done: string
  at: (call: PageCall) => string
  place: string
  work: (house: WorkingHouse, call: PageCall) => Promise<unknown>
}

const packing = { who: 'bag', at: () => 'packing', place: '/codes' } as const

const forms: readonly BagForm[] = [
  {
    ...packing,
    path: '/parcels',
    done: 'packing',
    work: (house, call) =>
      packParcels(house.db, { code: codeIn(call.params), ...readPacking(call.form) }, doingOf(house, call)),
  },
  {
    ...packing,
    path: '/removals',
    done: 'removal',
    work: (house, call) =>
      unpackParcels(house.db, { code: codeIn(call.params), ...readPacking(call.form) }, doingOf(house, call)),
  },
  {
    path: '/seal',
    who: 'bag',
    done: 'seal',
    at: () => 'seal',
    place: '/seal',
    work: ({ db }, { params, form, actor, now }) =>
      sealBag(db, { code: codeIn(params), ...readSeal(form) }, { by: actor, now }),
  },
  {
    path: '/opening',
    who: 'bag',
    done: 'opening',
    at: () => 'opening',
    place: '/codes',
    work: (house, call) =>
      openBag(house.db, { code: codeIn(call.params), ...readOpening(call.form) }, doingOf(house, call)),
  },
  {
    path: '/differences/:difference',
    who: 'settle hand-over',
    done: 'closing',
    at: ({ params }) => String(params['difference']),
    place: '/reason',
    work: ({ db }, { params, form, actor, now }) =>
      closeBagDifference(
        db,
        { code: codeIn(params), id: idIn(params, 'difference'), ...readReason(form) },
        { by: actor, now },
      ),
  },
]
