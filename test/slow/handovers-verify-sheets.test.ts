import test from 'ava'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { checkHandovers } from '../../src/evidence/check-handovers.ts'
import { drawSheets } from '../../src/handovers/print-handover.ts'
import { sha256 } from '../../src/kit/secrets.ts'
import { addMs, day } from '../../src/kit/time.ts'
import { takenIn } from '../support/at-krong-no.ts'
import { released } from '../support/released.ts'
import { krongNo, policeKrongNo, type Scenario, sharedPast } from '../support/scenario.ts'

const signed = sharedPast(async all => {
  const staff = await released(all, 3)
  const { courier, officer, codes, id } = staff
  await takenIn(all, staff)
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

test('both sides explain a difference, or a supervisor for theirs: no fault', async t => {
  const all = await signed(t)
  const supervisor = await all.person('supervisor', krongNo)
  await explained(all.db, 'giver', supervisor.id, all.clock())
  await explained(all.db, 'taker', all.officer.id, all.clock())
  t.deepEqual(await faultsOf(all), { faults: [], sheets: 1 })
})

test('an honest sheet has no faults', async t => {
  t.deepEqual(await faultsOf(await signed(t)), { faults: [], sheets: 1 })
})

const reworded = async (trx: Knex, id: string, change: (words: string) => string, digest?: Buffer) => {
  const words = await trx('handover_sheets').where({ handover_id: id, side: 'taker' }).first('content')
  const content = change(words?.content ?? '')
  const signature = { content, digest: digest ?? sha256(content) }
  await trx('handover_sheets').where({ handover_id: id, side: 'taker' }).update(signature)
}

const explained = (trx: Knex, side: 'giver' | 'taker', by: string, at: Date) =>
  trx('handover_differences').update({
    [`${side}_closed_at`]: at,
    [`${side}_closed_by`]: by,
    [`${side}_reason`]: 'nhầm',
  })

type Tampering = { found: RegExp; by: (trx: Knex, all: Signed) => Promise<unknown> }
const sheet = (trx: Knex, id: string) => trx('handovers').where({ id })
const rows = (trx: Knex, id: string) => trx('handover_parcels').where({ handover_id: id })
const words = (trx: Knex, id: string, side: 'giver' | 'taker') =>
  trx('handover_sheets').where({ handover_id: id, side })

const tamperings: Record<string, Tampering> = {
  'other words under the old digest': {
    found: /words are not what was signed/,
    by: async (trx, { id }) => {
      await trx.raw('alter table handover_sheets drop constraint handover_sheets_check')
      await reworded(trx, id, words => words.replace('Công an', 'Bưu điện'), sha256('x'))
    },
  },
  'words that are none': {
    found: /rows are not what its taker signed/,
    by: (trx, { id }) => reworded(trx, id, () => 'x'),
  },
  'other words with their digest': {
    found: /what it says is not what its taker signed/,
    by: (trx, { id }) => reworded(trx, id, words => words.replace('"mode":"scans"', '"mode":"count"')),
  },
  'another number': {
    found: /not what its giver signed[\s\S]*no sheet has this number/,
    by: (trx, { id }) => sheet(trx, id).update({ number: 'BG6421002611239999' }),
  },
  'another signer': {
    found: /not what its taker signed/,
    by: (trx, { id, courier }) => sheet(trx, id).update({ accepted_by: courier.id }),
  },
  'another giver': {
    found: /not what its giver signed/,
    by: (trx, { id, officer }) => sheet(trx, id).update({ giver_person: officer.id }),
  },
  'another time': {
    found: /not what its taker signed/,
    by: (trx, { id }) =>
      sheet(trx, id).update({
        accepted_at: trx.raw(`released_at`),
        released_at: trx.raw(`released_at - interval '1 day'`),
      }),
  },
  'short turned into accepted': {
    found: /rows are not what its taker signed/,
    by: async (trx, { id }) => {
      await rows(trx, id).update({ is_accepted: true })
      await trx('handover_differences').where({ handover_id: id }).delete()
    },
  },
  'a difference that is gone': {
    found: /differences are not those of its rows/,
    by: (trx, { id }) => trx('handover_differences').where({ handover_id: id }).delete(),
  },
  'a difference that somebody else explained for a side': {
    found: /explained by somebody who does not stand on that side/,
    by: (trx, { courier, clock }) => explained(trx, 'taker', courier.id, clock()),
  },
  'a word of a side by who stands on it only later': {
    found: /explained by somebody who does not stand on that side/,
    by: (trx, { officer, clock }) => explained(trx, 'taker', officer.id, addMs(clock(), -day)),
  },
  'a difference closed by one side alone': {
    found: /one person explained a difference for both sides/,
    by: async (trx, { courier, clock }) => {
      await trx('assignments').insert({
        id: uuidv7(),
        person_id: courier.id,
        role: 'officer',
        unit_id: policeKrongNo,
        since: clock(),
      })
      for (const side of ['giver', 'taker'] as const) await explained(trx, side, courier.id, clock())
    },
  },
  'a longer list': {
    found: /list is not what its giver signed/,
    by: async (trx, { id }) => {
      const other = await trx('parcels').whereNotIn('id', rows(trx, id).select('parcel_id')).first('id')
      await trx('handover_parcels').insert({
        handover_id: id,
        parcel_id: String(other?.id),
        is_listed: true,
        is_accepted: true,
      })
    },
  },
  'the giver’s words gone': {
    found: /nobody's words for a sheet that is released/,
    by: async (trx, { id }) => {
      await trx('handover_papers').where({ handover_id: id, side: 'giver' }).delete()
      await words(trx, id, 'giver').delete()
    },
  },
  'a fact of another parcel': {
    found: /is another parcel's/,
    by: async (trx, { id }) => {
      const [one, two] = await rows(trx, id).whereNotNull('event_id')
      await rows(trx, id).update({ event_id: null })
      await rows(trx, id)
        .where({ parcel_id: String(two?.parcel_id) })
        .update({ event_id: one?.event_id ?? null })
    },
  },
  'a sheet that is gone': {
    found: /no sheet has this number/,
    by: async (trx, { id }) => {
      for (const table of ['handover_differences', 'handover_parcels', 'handover_papers', 'handover_sheets'] as const)
        await trx(table).where({ handover_id: id }).delete()
      await sheet(trx, id).delete()
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

const tables = ['handovers', 'handover_sheets', 'handover_parcels', 'handover_differences', 'handover_papers']

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
