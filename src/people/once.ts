import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import type { House } from '../platform/house.ts'
import { idempotent } from '../platform/idempotent.ts'
import type { PageCall } from './pages.ts'

/** The number a form carries, hidden: sent twice, it does its work once. */
export const newRequestId = (): string => randomUUID()

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Does the work of a form once, however often it was sent; a repeat gets the first answer. `route` names the form. */
export const once = <T>(
  { db, keys }: House,
  { actor, form, now }: PageCall,
  route: string,
  work: (trx: Knex) => Promise<T>,
): Promise<T> => {
  const sent = form['request_id']?.toLowerCase() ?? ''
  const key = uuid.test(sent) ? sent : newRequestId()
  const request = { client: actor.id, key, route, sent: { ...form, request_id: key } }
  return idempotent(db, request, { keys, now }, work)
}
