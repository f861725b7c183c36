import type { Knex } from 'knex'
import { tooMany } from '../kit/errors.ts'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { limited } from '../people/limit.ts'
import type { Promised, Tracked } from './tracked.ts'
import { statement } from './tracked-statement.ts'

/** How a dossier was found: by its secret code, or by a number that anybody may have read on an envelope. */
type Found = Tracked & { is_by_lookup_code: boolean; phone: string | null }

/**
 * What a written code means to the public, and all that its owner may read: one prepared statement, whatever was written,
 * so that a wrong code, a foreign one and an erased one take the same time. Throws `too_many` while one of the keys of
 * `misses` is blocked.
 */
export async function readTracked(
  db: Knex,
  written: string,
  { keys, misses }: { keys: Keys; misses: Parameters<typeof limited>[0] },
): Promise<Found | 'not typed in' | null> {
  const number = written.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  const { rows } = await db
    .raw(statement, {
      lookup: hmac(keys.index, readLookupCode(written) ?? 'none'),
      reference: number.replaceAll('-', ''),
      number,
      item: normaliseItemCode(written),
      ...limited(misses),
    })
    .options({ name: 'tracked' })
  const [{ blocked_for, is_waiting, ...row }]: [Asked & (AsJson | { reference: null })] = rows
  if (blocked_for !== null) throw tooMany(blocked_for)
  if (row.reference !== null) return found(row)
  return is_waiting ? 'not typed in' : null
}

type Asked = { blocked_for: number | null; is_waiting: boolean }

/** Moments inside JSON come as text. */
type AsJson = Omit<Found, 'promise' | 'facts' | 'decisions'> & {
  promise: Written<Promised> | null
  facts: Written<Tracked['facts'][number]>[]
  decisions: Written<Tracked['decisions'][number]>[]
}
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

const found = ({ promise, facts, decisions, ...row }: AsJson): Found => ({
  ...row,
  promise: promise && {
    ...promise,
    due_at: new Date(promise.due_at),
    at_risk_at: new Date(promise.at_risk_at),
    paused_at: promise.paused_at === null ? null : new Date(promise.paused_at),
    paused_until: promise.paused_until === null ? null : new Date(promise.paused_until),
  },
  facts: facts.map(({ at, ...fact }) => ({ ...fact, at: new Date(at) })),
  decisions: decisions.map(({ at, ...decision }) => ({ ...decision, at: new Date(at) })),
})
