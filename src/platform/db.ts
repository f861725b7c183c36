import knex, { type Knex } from 'knex'
import pg from 'pg'

const second = 1000
const limits = {
  statement_timeout: 5 * second,
  lock_timeout: 2 * second,
  idle_in_transaction_session_timeout: 10 * second,
  keepAlive: true,
  // Sent with the connection's first message, so it costs no round trip.
  options: '-c TimeZone=UTC -c client_encoding=UTF8',
}

/** `patience`: how many milliseconds to wait for a connection. */
type Pool = { max: number; name: string; patience?: number }

/**
 * A pool for one login. `max` connections at most; `name` is what PostgreSQL shows beside them (`application_name`).
 * Opens nothing until the first query. Statements end after 5 s, waits for a lock after 2 s, an idle transaction and
 * a wait for a free connection after 10 s and 3 s. Close it with `destroy()`.
 */
export const connect = (url: string, { max, name, patience = 3 * second }: Pool): Knex =>
  knex({
    client: 'pg',
    connection: {
      ...limits,
      connectionTimeoutMillis: patience,
      connectionString: url,
      application_name: name,
      types: { getTypeParser },
    },
    // A connection that PostgreSQL closed is thrown away when it is next asked for: knex listens to its 'error'.
    pool: { min: 0, max },
    acquireConnectionTimeout: patience,
    log: { warn: () => {}, deprecate: () => {}, debug: () => {} },
  })

// By the oid of pg_type. A date stays the text it is (pg would build a local midnight); a count becomes a number.
const parsers = new Map<number, (text: string) => unknown>([
  [20, wholeNumber],
  [1016, array => elements(array, wholeNumber)],
  [1082, String],
  [1182, array => elements(array, String)],
])

const getTypeParser = (oid: number) => parsers.get(oid) ?? pg.types.getTypeParser(oid)

function wholeNumber(text: string) {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number; select it as text`)
  return value
}

/** One dimension of what needs no quotes: `{2026-11-23,NULL}`. */
function elements<T>(array: string, parse: (text: string) => T): (T | null)[] {
  if (array === '{}') return []
  return array
    .slice(1, -1)
    .split(',')
    .map(text => (text === 'NULL' ? null : parse(text)))
}

// Class 08: the connection broke. 53300: every connection is taken. 57P0x: stopped, crashed, starting up.
const sqlStates = /^(08...|53300|57P0[1235])$/
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
// pg gives these no code, and knex puts the statement before them.
const sentences =
  /(^| - )(Connection terminated|Connection ended|Client has encountered a connection error|Client was closed|timeout expired)/

/**
 * Whether PostgreSQL could not be reached or gave no connection in time: the request itself may be right, and is worth
 * sending again in a moment. A refused statement (a rule, a lock, a statement that took too long) is not that.
 */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    error.name === 'KnexTimeoutError' ||
    sqlStates.test(code) ||
    systemCodes.has(code) ||
    sentences.test(error.message) ||
    isDatabaseDown(error.cause)
  )
}
