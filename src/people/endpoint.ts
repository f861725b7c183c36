import Router from '@koa/router'
import type { Knex } from 'knex'
import pLimit from 'p-limit'
import type { z } from 'zod'
import { DomainError, forbidden, unauthenticated } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import type { House } from '../platform/house.ts'
import { idempotent } from '../platform/idempotent.ts'
import type { Actor } from './actor.ts'
import { type Action, may } from './may.ts'
import type { StaffContext } from './who-is-asking.ts'

/** Who may call: anybody, anybody signed in, or whoever may do one named action. */
export type Policy = 'anyone' | 'signed in' | Action

/** A call of the API as data: it routes, guards, validates and documents from one description. */
export type Endpoint = {
  method: 'get' | 'post'
  /** Below /api/v1, parameters as `:name`. */
  path: string
  summary: string
  who: Policy
  query?: z.ZodObject
  body?: z.ZodType
  /** A schema for JSON, or the media type of a file. */
  reply: z.ZodType | 'application/pdf' | 'text/plain' | 'text/csv'
  status?: 200 | 201 | 204
  /** Creates something: the Idempotency-Key is required and the answer is stored. */
  creates?: true
}

export type Call<E extends Endpoint> = {
  ctx: StaffContext
  db: Knex
  now: Date
  actor: E['who'] extends 'anyone' ? Actor | null : Actor
  params: Record<string, string>
  query: E['query'] extends z.ZodType ? z.output<E['query']> : undefined
  body: E['body'] extends z.ZodType ? z.output<E['body']> : undefined
}

export type Api = {
  router: Router
  endpoints: Endpoint[]
  on<const E extends Endpoint>(endpoint: E, respond: (call: Call<E>) => Promise<unknown>): void
}

/**
 * What creates waits its turn here, without a connection: references are counted one after the other anyway, and a rush
 * at eight in the morning must not use up the pool for those who scan.
 */
const creatingAtOnce = 2

/** The routes of one slice under /api/v1. Nothing reaches `respond` that its endpoint does not describe. */
export function api(house: House): Api {
  const router = new Router({ prefix: '/api/v1', sensitive: true, strict: true })
  const endpoints: Endpoint[] = []
  const turns = pLimit(creatingAtOnce)
  return {
    router,
    endpoints,
    on(endpoint, respond) {
      endpoints.push(endpoint)
      router[endpoint.method](endpoint.path, async ctx => {
        const staff = ctx as unknown as StaffContext
        admit(staff.state.actor, endpoint.who)
        const work = () => answer(house, endpoint, staff, respond as (call: Call<Endpoint>) => Promise<unknown>)
        await (endpoint.creates ? turns(work) : work())
      })
    },
  }
}

/** Throws unless the policy lets this person in. */
export function admit(actor: Actor | null, who: Policy): void {
  if (who === 'anyone') return
  if (!actor) throw unauthenticated()
  if (who !== 'signed in' && !may(actor, who)) throw forbidden()
}

async function answer(
  house: House,
  endpoint: Endpoint,
  ctx: StaffContext,
  respond: (call: Call<Endpoint>) => Promise<unknown>,
) {
  const call = callOf(house, endpoint, ctx)
  const reply = endpoint.creates
    ? await idempotent(
        house.db,
        { ...idempotencyKey(endpoint, ctx), sent: ctx.request.body },
        { keys: house.keys, now: ctx.state.now },
        db => respond({ ...call, db }),
      )
    : await respond(call)
  ctx.status = endpoint.status ?? (endpoint.creates ? 201 : 200)
  ctx.body = reply
  if (typeof endpoint.reply === 'string') ctx.type = endpoint.reply
}

function callOf(house: House, endpoint: Endpoint, ctx: StaffContext): Call<Endpoint> {
  const { now, actor } = ctx.state
  const params = (ctx as unknown as { params: Record<string, string> }).params
  const query = endpoint.query ? parse(endpoint.query, { ...ctx.query }, 'malformed') : undefined
  const body = endpoint.body ? parse(endpoint.body, ctx.request.body ?? {}) : undefined
  return { ctx, db: house.db, now, actor: actor as Actor, params, query, body } as Call<Endpoint>
}

const quotedUuid = /^"?([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})"?$/

function idempotencyKey(endpoint: Endpoint, ctx: StaffContext) {
  const [, key] = quotedUuid.exec(ctx.get('Idempotency-Key')) ?? []
  const { params } = ctx as unknown as { params: Record<string, string> }
  if (!key) throw new DomainError('invalid', 'malformed', 'Cần Idempotency-Key là một UUID trong dấu nháy kép.')
  return {
    client: ctx.state.actor?.id ?? ctx.ip,
    key: key.toLowerCase(),
    route: `${endpoint.method} ${endpoint.path} ${JSON.stringify(params)}`,
  }
}
