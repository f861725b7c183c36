import type Router from '@koa/router'
import { CallsPage } from '../../templates/messages/calls-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { callList } from './call-list.ts'
import { callOutcome, settleCall } from './settle-call.ts'

/** Whom a clerk has to call, what to say, and what became of it. */
export function callPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db, hotline } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, actor, now } = call
    const calls = await callList(db, { by: actor, now, hotline })
    call.show(CallsPage({ frame, calls, values: form, errors, done: query['done'] }), errors.length ? 422 : 200)
  }

  get('/staff/calls', 'call people', call => show(call))

  post('/staff/calls/:id', 'call people', async call => {
    const { form, actor, now, params } = call
    const id = idIn(params)
    const outcome = await formOutcome(() => {
      const { outcome = '', note } = form
      const said = parse(callOutcome, { outcome, ...(note?.trim() && { note }) })
      return settleCall(db, { ...said, id }, { by: actor, now })
    })
    if ('errors' in outcome) return show(call, outcome.errors.map(at(id)))
    call.goTo(`/staff/calls?done=${form['outcome'] === 'done' ? 'told' : 'later'}`)
  })
  return router
}

/** Each call has a form of its own on the page. */
const at =
  (id: string) =>
  (error: FieldError): FieldError => ({ ...error, pointer: `/${id}${error.pointer}` })
