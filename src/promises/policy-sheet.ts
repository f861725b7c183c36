import type { Knex } from 'knex'
import { z } from 'zod'
import type { PromisePoliciesRow } from '../../db/tables.ts'
import { cell, orEmpty, words, yesOrNo, yesWords } from '../kit/cells.ts'
import { conflict } from '../kit/errors.ts'
import { oneOf } from '../kit/fields.ts'
import type { CalendarId } from '../places/queries.ts'
import type { Sheet } from '../platform/sheet.ts'
import { isViolation } from '../platform/violation.ts'
import type { Unit } from './deadline.ts'
import { type Excuse, excuses } from './excuses.ts'

type Policy = Omit<PromisePoliciesRow, 'id' | 'valid_from' | 'valid_to'>

const addresses = ['in_province', 'out_of_province']
/** For which addresses each clock may be meant; the others ask no address. */
const scopes: Record<Policy['clock'], readonly string[]> = {
  delivery: addresses,
  hand_back: [],
  lodging: [],
  processing: [],
  papers_back: [],
  refund: [],
  holding: ['town', 'rural'],
}
const units: Record<Unit, true> = { hours: true, working_hours: true, working_days: true }
const calendars: Record<CalendarId, true> = { agency: true, counter: true, rounds: true }
const mostHours = 10_000

const line = z
  .object({
    clock: oneOf(scopes, `Xin ghi một trong: ${Object.keys(scopes).join(', ')}.`),
    reading: words(),
    amount: orEmpty(cell(amountOf, `Xin ghi số nguyên từ 1 đến ${mostHours}.`)),
    unit: oneOf(units, 'Xin ghi hours, working_hours hoặc working_days.'),
    calendar: oneOf(calendars, 'Xin ghi agency, counter hoặc rounds.'),
    is_binding: yesOrNo,
    scope: orEmpty(
      z.enum(['in_province', 'out_of_province', 'town', 'rural'], 'Xin ghi một nơi đã biết, hoặc để trống.'),
    ),
    excuses: cell(excusesOf, `Xin ghi những lý do đã biết, cách nhau một khoảng trắng: ${excuses.join(' ')}.`),
    source: words(300),
  })
  .refine(({ clock, amount }) => amount !== null || clock === 'processing', {
    path: ['amount'],
    error: 'Xin ghi thời hạn: chỉ processing lấy thời hạn của từng thủ tục.',
  })
  .refine(({ clock, scope }) => scope === null || scopes[clock].includes(scope), {
    path: ['scope'],
    error: 'Thời hạn này không tính theo nơi đó.',
  })

function amountOf(text: string): number | null {
  const amount = Number(text)
  return /^\d+$/.test(text) && amount >= 1 && amount <= mostHours ? amount : null
}

function excusesOf(text: string): Excuse[] | null {
  const said = text.split(/\s+/).filter(Boolean)
  return said.every(one => (excuses as readonly string[]).includes(one)) ? [...new Set(said as Excuse[])] : null
}

/**
 * The promises in force, one a reading. An import replaces those of the clocks it names; no row is ever edited: the old
 * version ends now and a new one begins, so that what runs keeps the promise it was made under.
 */
export const policySheet: Sheet<Policy> = {
  name: 'promise_policies',
  line,
  write: ({ amount, is_binding, scope, excuses, ...row }) => ({
    ...row,
    amount: amount === null ? '' : String(amount),
    is_binding: yesWords(is_binding),
    scope: scope ?? '',
    excuses: excuses.join(' '),
  }),
  key: ['clock', 'reading'],
  scope: ({ clock }) => clock,
  present: db =>
    db('promise_policies')
      .whereNull('valid_to')
      .orderBy('id')
      .select('clock', 'reading', 'amount', 'unit', 'calendar', 'is_binding', 'scope', 'excuses', 'source'),
  async apply(trx, { added, changed, removed }, now) {
    for (const old of [...removed, ...changed.map(({ before }) => before)]) await end(trx, old, now)
    for (const fresh of [...added, ...changed.map(({ after }) => after)]) await begin(trx, fresh, now)
  },
}

async function end(trx: Knex, { clock, reading }: Policy, now: Date) {
  const ended = await trx('promise_policies')
    .where({ clock, reading })
    .whereNull('valid_to')
    .where('valid_from', '<', now)
    .update({ valid_to: now })
  if (!ended) throw tooSoon()
}

async function begin(trx: Knex, policy: Policy, now: Date) {
  try {
    await trx('promise_policies').insert({ ...policy, valid_from: now })
  } catch (error) {
    throw isViolation(error, 'unique') ? tooSoon() : error
  }
}

/** A version lasts a while: two that begin at one moment would both be the promise of what starts then. */
const tooSoon = () => conflict('version_just_began', 'Thời hạn này vừa mới đổi. Xin thử lại sau ít phút.')
