import test from 'ava'
import type { Knex } from 'knex'
import { counted, filled } from '../support/counted.ts'
import { krongNo, scenario } from '../support/scenario.ts'

type Attempt = (db: Knex, id: string, parcel: string) => Promise<unknown>

const attempts: Record<string, Attempt> = {
  'open again': (db, id) =>
    db('stock_counts').where({ id }).update({ state: 'open', closed_at: null, closed_by: null }),
  'other words': (db, id) => db('stock_counts').where({ id }).update({ record: {} }),
  'no count': (db, id) => db('stock_counts').where({ id }).delete(),
  'one code more': (db, id) =>
    db.raw(
      `insert into stock_count_codes (count_id, code, scanned_at, scanned_by)
       select id, 'X', closed_at, closed_by from stock_counts where id = :id`,
      { id },
    ),
  'another code': (db, id) => db('stock_count_codes').where({ count_id: id }).update({ code: 'X' }),
  'no codes': (db, id) => db('stock_count_codes').where({ count_id: id }).delete(),
  'another outcome': (db, id) => db('stock_count_parcels').where({ count_id: id }).update({ outcome: 'matched' }),
  'one parcel less': (db, id, parcel_id) => db('stock_count_parcels').where({ count_id: id, parcel_id }).delete(),
  'no counts of anybody': db => db.raw('truncate stock_counts cascade'),
}

test('a closed count, its codes and its outcomes are changed by nobody, the owner included', async t => {
  const all = await scenario(t)
  const { clerk, codes } = await filled(all, 2)
  const { id } = await counted(all, clerk, krongNo, codes.slice(1))
  const row = await all.db('stock_count_parcels').where({ count_id: id, outcome: 'short' }).first('parcel_id')
  for (const [what, attempt] of Object.entries(attempts))
    for (const login of [all.db, all.owner]) {
      const error = await t.throwsAsync(() => attempt(login, id, String(row?.parcel_id)), undefined, what)
      t.is((error as unknown as { code: string }).code, '42501', what)
    }
})

test('whoever opened a count, where and when does not change while it is open', async t => {
  const all = await scenario(t)
  const { clerk, officer } = await filled(all, 0)
  const { body } = await clerk.post('/stock-counts', { unit: krongNo })
  const count = () => all.owner('stock_counts').where({ id: body.id })
  await t.throwsAsync(() => count().update({ unit_id: '640000' }), { code: '42501' } as object)
  await t.throwsAsync(() => count().update({ opened_by: officer.id }), { code: '42501' } as object)
  await t.throwsAsync(() => count().update({ opened_at: new Date('2026-01-01') }), { code: '42501' } as object)
  await t.throwsAsync(() => count().delete(), { code: '42501' } as object)
})
