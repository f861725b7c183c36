import test from 'ava'
import type { Knex } from 'knex'
import { drawSheets } from '../../src/handovers/print-handover.ts'
import { released } from '../support/released.ts'
import { scenario } from '../support/scenario.ts'

type Attempt = (db: Knex, id: string) => Promise<unknown>

const attempts: Record<string, Attempt> = {
  'another state': (db, id) => db('handovers').where({ id }).update({ state: 'released' }),
  'another reservation': (db, id) => db('handovers').where({ id }).update({ reservation: 'x' }),
  'no sheet at all': (db, id) => db('handovers').where({ id }).delete(),
  'another row': (db, id) => db('handover_parcels').where({ handover_id: id }).update({ condition: 'wet' }),
  'one row less': (db, id) => db('handover_parcels').where({ handover_id: id }).delete(),
  'other words': (db, id) => db('handover_sheets').where({ handover_id: id }).update({ content: '{}' }),
  'no words': (db, id) => db('handover_sheets').where({ handover_id: id }).delete(),
  'other bytes': (db, id) =>
    db('handover_papers')
      .where({ handover_id: id })
      .update({ pdf: Buffer.from('x') }),
  'no bytes': (db, id) => db('handover_papers').where({ handover_id: id }).delete(),
  'no difference': (db, id) => db('handover_differences').where({ handover_id: id }).delete(),
  'no sheets of anybody': db => db.raw('truncate handovers cascade'),
}

test('a signed sheet, its rows and its bytes are changed by nobody, the owner included', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 2)
  await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: codes.slice(1) })
  t.is(await drawSheets(all.db, all.clock()), 2, 'as the giver signed it, and as the taker did')
  t.is(await drawSheets(all.db, all.clock()), 0)
  for (const [what, attempt] of Object.entries(attempts))
    for (const login of [all.db, all.owner]) {
      const error = await t.throwsAsync(() => attempt(login, id), undefined, what)
      t.is((error as unknown as { code: string }).code, '42501', what)
    }
})

test('what the giver has signed for is neither longer nor shorter before the taker signs', async t => {
  const all = await scenario(t)
  const { codes, id } = await released(all, 2)
  const rows = () => all.owner('handover_parcels').where({ handover_id: id })
  await t.throwsAsync(() => rows().delete())
  await t.throwsAsync(() => rows().update({ is_listed: false }))
  await t.throwsAsync(() => all.owner('handovers').where({ id }).update({ taker_unit: '640000' }))
  const row = await rows().first()
  const other = await all.owner('parcels').whereNotIn('code', codes).first('id')
  if (other && row) await t.throwsAsync(() => all.owner('handover_parcels').insert({ ...row, parcel_id: other.id }))
  t.pass()
})
