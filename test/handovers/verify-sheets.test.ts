import test from 'ava'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { checkHandovers } from '../../src/evidence/check-handovers.ts'
import { drawSheets } from '../../src/handovers/print-handover.ts'
import { sha256 } from '../../src/kit/secrets.ts'
import { released } from '../support/released.ts'
import { krongNo, policeKrongNo, type Scenario, sharedPast } from '../support/scenario.ts'

const signed = sharedPast(async all => {
  const { courier, officer, codes, id } = await released(all, 3)
  await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: codes.slice(1) })
  await drawSheets(all.db, all.clock())
  return { courier, officer, id }
})
type Signed = Awaited<ReturnType<typeof signed>>

async function faultsOf({ db }: Pick<Scenario, 'db'>) {
  const faults: string[] = []
  const sheets = await checkHandovers(db, fault => faults.push(fault))
  return { faults, sheets }
}

test('an honest sheet has no faults', async t => {
  t.deepEqual(await faultsOf(await signed(t)), { faults: [], sheets: 1 })
})

const reworded = async (trx: Knex, id: string, change: (words: string) => string, digest?: Buffer) => {
  const words = await trx('handover_sheets').where({ handover_id: id, side: 'taker' }).first('content')
  const content = change(words?.content ?? '')
  const signature = { content, digest: digest ?? sha256(content) }
  await trx('handover_sheets').where({ handover_id: id, side: 'taker' }).update(signature)
}

const tamperings: Record<string, { found: RegExp; by: (trx: Knex, all: Signed) => Promise<unknown> }> = {
  'other words under the old digest': {
    found: /words are not what was signed/,
    by: async (trx, { id }) => {
      await trx.raw('alter table handover_sheets drop constraint handover_sheets_check')
      await reworded(trx, id, words => words.replace('Công an', 'Bưu điện'), sha256('x'))
    },
  },
  'a line less': {
    found: /rows are not those of its words/,
    by: (trx, { id }) =>
      reworded(trx, id, words => JSON.stringify({ ...JSON.parse(words), lines: JSON.parse(words).lines.slice(1) })),
  },
  'the words of another sheet': {
    found: /words are those of BG/,
    by: (trx, { id }) => trx('handovers').where({ id }).update({ number: 'BG6421002611239999' }),
  },
  'a fact of another parcel': {
    found: /is another parcel's/,
    by: async (trx, { id }) => {
      const [one, two] = await trx('handover_parcels').where({ handover_id: id }).whereNotNull('event_id')
      await trx('handover_parcels')
        .where({ parcel_id: String(one?.parcel_id) })
        .update({ event_id: null })
      await trx('handover_parcels')
        .where({ parcel_id: String(two?.parcel_id) })
        .update({ event_id: one?.event_id ?? null })
    },
  },
  'a sheet that nobody signed': {
    found: /nobody's words for a sheet that is released/,
    by: (trx, { courier, clock }) =>
      trx('handovers').insert({
        id: uuidv7(),
        number: 'BG6421002611239999',
        day: '2026-11-23',
        state: 'released',
        is_implicit: false,
        released_at: clock(),
        released_by: courier.id,
        giver_kind: 'courier',
        giver_unit: krongNo,
        giver_person: courier.id,
        taker_kind: 'police_unit',
        taker_unit: policeKrongNo,
      }),
  },
}

const tables = ['handovers', 'handover_sheets', 'handover_parcels']

for (const [title, { found, by }] of Object.entries(tamperings))
  test(`verify finds ${title}`, async t => {
    const all = await signed(t)
    await all.owner.transaction(async trx => {
      for (const table of tables) await trx.raw('alter table ?? disable trigger user', [table])
      await by(trx, all)
    })
    const { faults } = await faultsOf(all)
    t.regex(faults.join('\n'), found)
  })
