import Router from '@koa/router'
import type { VNode } from 'preact'
import { DomainError } from '../kit/errors.ts'
import type { House } from '../platform/house.ts'
import type { Actor } from './actor.ts'
import { admit, type Endpoint, type Policy } from './endpoint.ts'
import { type Frame, frameOf, show } from './page.ts'
import type { StaffContext } from './who-is-asking.ts'

export type PageCall = {
  ctx: StaffContext
  now: Date
  actor: Actor
  params: Record<string, string>
  query: Record<string, string>
  /** A sent form, as written, without the token that guards it. */
  form: Record<string, string>
  frame: Frame
  show(page: VNode, status?: 200 | 201 | 404 | 422): void
  /** After a form did its work: a page that can be reloaded harmlessly. */
  goTo(path: string): void
}
type Respond = (call: PageCall) => Promise<unknown>

/** Remembers who may open each of its pages, so that a test can try every one. */
export class PageRouter extends Router {
  readonly doors: Pick<Endpoint, 'method' | 'path' | 'who'>[] = []
}

export type Pages = {
  router: PageRouter
  get(path: string, who: Policy, respond: Respond): void
  post(path: string, who: Policy, respond: Respond): void
}

/** The pages of one slice. Every one names who may open it; a stranger is sent to sign in and brought back. */
export function pages(house: House): Pages {
  const router = new PageRouter()
  const on = (method: 'get' | 'post') => (path: string, who: Policy, respond: Respond) => {
    router.doors.push({ method, path, who })
    router[method](path, async ctx => {
      const staff = ctx as unknown as StaffContext
      if (who !== 'anyone' && !staff.state.actor) return ctx.redirect(signInPath(staff))
      admit(staff.state.actor, who)
      await respond(callOf(house, staff))
    })
  }
  return { router, get: on('get'), post: on('post') }
}

/** Who brought the token of a session that has ended meanwhile is told so: what they had just sent is not written. */
function signInPath({ method, url, state }: StaffContext): string {
  const said = new URLSearchParams({
    ...(method === 'GET' && { next: url }),
    ...(state.token && { ended: method === 'GET' ? 'idle' : 'unsent' }),
  })
  return said.size ? `/staff/sign-in?${said}` : '/staff/sign-in'
}

function callOf(house: House, ctx: StaffContext): PageCall {
  const params = (ctx as unknown as { params: Record<string, string> }).params
  return {
    ctx,
    now: ctx.state.now,
    actor: ctx.state.actor as Actor,
    params,
    query: strings(ctx.query),
    form: formOf(ctx),
    frame: frameOf(ctx, house),
    show: (page, status) => show(ctx, page, status),
    goTo(path) {
      ctx.status = 303
      ctx.redirect(path)
    },
  }
}

/** Names stay as they are written: the parser of bodies takes the points in them for depth. `_csrf` guards, it is no field. */
function formOf({ request }: StaffContext): Record<string, string> {
  const sent = new URLSearchParams(request.is('urlencoded') ? request.rawBody : '')
  if (sent.size > mostFields) throw malformed()
  const form = new Map<string, string>()
  for (const [name, value] of sent) form.set(name, form.has(name) ? `${form.get(name)}\n${value}` : value)
  form.delete('_csrf')
  return Object.fromEntries(form)
}

/** No form of ours has as many fields, nor names as deep: a box of forty dossiers is opened with three for each paper. */
const mostFields = 3000
const deepest = 8

const malformed = () => new DomainError('invalid', 'malformed', 'Biểu mẫu không đúng dạng. Xin tải lại trang.')

const strings = (sent: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent && typeof sent === 'object' ? sent : {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String).join('\n') : String(value),
    ]),
  )

/** `applicant.name=…&documents.0.name=…` → the nested object that the API takes. Empty fields are left out. Throws invalid. */
export function nested(form: Record<string, string>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(form)) {
    const steps = name.split('.', deepest + 1)
    if (steps.length > deepest) throw malformed()
    if (value.trim() !== '') place(root, steps, value)
  }
  return root
}

function place(into: Record<string, unknown>, [step = '', ...rest]: string[], value: string) {
  if (isUnsafe(step)) return
  if (!rest.length) into[step] = value
  else {
    const child = into[step] ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {})
    into[step] = child
    if (typeof child === 'object' && child) place(child as Record<string, unknown>, rest, value)
  }
}

const isUnsafe = (step: string) =>
  step === '__proto__' ||
  step === 'length' ||
  step === 'constructor' ||
  step === 'prototype' ||
  (/^\d+$/.test(step) && Number(step) > 200)
