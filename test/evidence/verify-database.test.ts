import test from 'ava'
import type { Knex } from 'knex'
import { factHash } from '../../src/custody/chain.ts'
import { checkpointText, logSigner } from '../../src/evidence/checkpoint.ts'
import { issueCheckpoint } from '../../src/evidence/issue-checkpoint.ts'
import { cosignatureLine, readVkey, signNote, type Verifier, vkeyOf } from '../../src/evidence/note.ts'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { asIntruder, busyDay } from '../support/facts.ts'
import { type Scenario, scan, scenario, sharedPast } from '../support/scenario.ts'

const witness = { name: 'police.example/witness', seed: Buffer.alloc(32, 9) }
const verifier = (vkey: string): Verifier => {
  const key = readVkey(vkey)
  if (!key) throw new Error(`${vkey} is no key`)
  return key
}

/** What `npm run verify` would print. */
async function faultsOf({ db, house }: Scenario) {
  const faults: string[] = []
  const keys = [verifier(vkeyOf(logSigner(house), 1)), verifier(vkeyOf(witness, 4))]
  const verified = await verifyDatabase(db, keys, fault => faults.push(fault))
  return { faults, verified }
}

/** A busy day that is in the log, with a checkpoint that a witness cosigned, and another day after it. */
const proven = sharedPast(async all => {
  const { codes } = await busyDay(all)
  const size = Number(await issueCheckpoint(all.db, all.clock(), all.house))
  const { note } = (await all.db('checkpoints').first('note')) ?? { note: '' }
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  const seconds = Math.floor(all.clock().getTime() / 1000)
  const times = { cosigned_at: all.clock(), received_at: all.clock() }
  const line = cosignatureLine(text, witness, seconds)
  await all.db('cosignatures').insert({ size, witness: witness.name, line, ...times, same_machine: false })
  await busyDay(all)
  return { codes, size }
})

test('an honest database has no faults, and is counted', async t => {
  const all = await proven(t)
  const { faults, verified } = await faultsOf(all)
  t.deepEqual(faults, [])
  const facts = (await all.db('custody_events')).length
  t.deepEqual(verified, { parcels: 8, facts, sheets: 0, bags: 0, leaves: all.size, checkpoints: 1, faults: 0 })
})

test('what a device is called may hold any character', async t => {
  const all = await scenario(t)
  const { courier, ...staff } = await atKrongNo(all)
  const { parcel } = await takenIn(all, { courier, ...staff })
  for (const device of ['a\x1fb\x1e"\\c', '', 'null']) {
    all.clock.move(minute)
    const scans = [scan('depart', parcel.code, all.clock())]
    const { body } = await courier.post('/scans', { sent_at: all.clock().toISOString(), device, scans })
    t.not(body.verdicts[0].verdict, 'refused')
  }
  t.deepEqual((await faultsOf(all)).faults, [])
})

test('an empty database has no faults', async t => {
  t.deepEqual((await faultsOf(await scenario(t))).faults, [])
})

type Proven = Awaited<ReturnType<typeof proven>>
type Tampering = { title: string; found: RegExp; by: (all: Proven) => Promise<unknown> }

/** Hashes of a parcel's facts again, as somebody would who knows how it is done. */
async function rehash(trx: Knex, parcel: string) {
  let prev_hash: Buffer | null = null
  for (const fact of await trx('custody_events').where({ parcel_id: parcel }).orderBy('seq')) {
    const { hash: _, parcel_id, person_id: person, unit_id: unit, ...said } = fact
    const hash = factHash({ ...said, parcel: parcel_id, person, unit, prev_hash })
    await trx('custody_events').where({ id: fact.id }).update({ hash, prev_hash })
    prev_hash = hash
  }
  await trx('parcel_presents').where({ parcel_id: parcel }).update({ last_hash: prev_hash })
}

/** A parcel of the first day, whose facts are in the log. */
const logged = async ({ db, codes }: Proven) =>
  (
    await db('parcels')
      .where({ code: String(codes[0]) })
      .first('id')
  )?.id ?? ''

/** The fact that was recorded last; it is not in the log yet. */
const lastFact = async (db: Knex) =>
  (await db('custody_events').orderBy('recorded_at', 'desc').orderBy('seq', 'desc').first('id'))?.id ?? ''

const changes: Record<string, string> = {
  role: `role = 'driver'`,
  time: `occurred_at = occurred_at - interval '1 millisecond'`,
  person: 'person_id = (select id from people where id <> person_id limit 1)',
  detail: `detail = '{"capacity": "family"}'`,
  source: `source = 'paper'`,
}

const tamperings: Tampering[] = [
  ...Object.entries(changes).map(([what, set]) => ({
    title: `another ${what} in one fact`,
    found: /is not what was hashed/,
    by: ({ owner }: Proven) =>
      asIntruder(
        owner,
        'custody_events',
        `update custody_events set ${set} where id = (select max(id::text)::uuid from custody_events)`,
      ),
  })),
  {
    title: 'a step that is written so that one fact looks like two',
    found: /its facts cannot be told apart/,
    by: ({ owner }: Proven) =>
      asIntruder(owner, 'custody_events', `update custody_events set step = E'arrive\\x1ex\\x1f' where seq = 2`),
  },
  {
    title: 'a fact changed and its whole chain hashed again',
    found: /log: node 0\/\d+ is not that of its facts/,
    by: async all => {
      const parcel = await logged(all)
      await asIntruder(all.owner, 'custody_events', `update custody_events set source = 'paper' where seq = 2`)
      await all.owner.transaction(async trx => {
        await trx.raw('alter table custody_events disable trigger user')
        await rehash(trx, parcel)
        await trx.raw('alter table custody_events enable trigger user')
      })
    },
  },
  {
    title: 'the last fact of a parcel removed',
    found: /its present says (next_seq|last_hash)/,
    by: async ({ owner }) => {
      const id = await lastFact(owner)
      await asIntruder(
        owner,
        'custody_events',
        `alter table scans drop constraint scans_event_id_fkey;
         delete from event_standings where event_id = '${id}';
         delete from custody_events where id = '${id}'`,
      )
    },
  },
  {
    title: 'two facts of a parcel swapped',
    found: /is not what was hashed/,
    by: async all => {
      const parcel = await logged(all)
      await asIntruder(
        all.owner,
        'custody_events',
        `alter table custody_events drop constraint custody_events_parcel_id_seq_key, drop constraint custody_events_check2;
         update custody_events set seq = 3 - seq where seq in (1, 2) and parcel_id = '${parcel}'`,
      )
    },
  },
  {
    title: 'two leaves of the log swapped',
    found: /log: node 0\/0 is not that of its facts/,
    by: ({ owner }) =>
      asIntruder(
        owner,
        'log_leaves',
        `update log_leaves set index = 1000 where index = 0;
         update log_leaves set index = 0 where index = 1;
         update log_leaves set index = 1 where index = 1000`,
      ),
  },
  {
    title: 'a leaf of the log removed from its middle',
    found: /log: 1 leaves are missing between 0 and \d+/,
    by: ({ owner }) => asIntruder(owner, 'log_leaves', 'delete from log_leaves where index = 2'),
  },
  {
    title: 'a node of the log removed',
    found: /log: nodes of level 1 are missing from 0 on/,
    by: ({ owner }) => asIntruder(owner, 'log_nodes', 'delete from log_nodes where level = 1 and index = 1'),
  },
  {
    title: 'the tail of the log removed',
    found: /checkpoint \d+: the log has only \d+ facts/,
    by: async ({ owner, size }) => {
      await asIntruder(owner, 'log_leaves', `delete from log_leaves where index = ${size - 1}`)
      await asIntruder(owner, 'log_nodes', `delete from log_nodes where (index + 1) << level >= ${size}`)
    },
  },
  {
    title: 'a node of the log changed',
    found: /log: node 1\/0 is not that of its facts/,
    by: ({ owner }) =>
      asIntruder(owner, 'log_nodes', `update log_nodes set hash = sha256(hash) where level = 1 and index = 0`),
  },
  {
    title: 'a node of the log too many',
    found: /log: it has more nodes of level 9/,
    by: ({ owner }) => asIntruder(owner, 'log_nodes', `insert into log_nodes values (9, 0, sha256('x'))`),
  },
  {
    title: 'a checkpoint with another root, signed by the log itself',
    found: /checkpoint \d+: the log had another root/,
    by: ({ owner, size, house }) => {
      const signer = logSigner(house)
      const root = Buffer.alloc(32, 5)
      const note = signNote(checkpointText({ origin: signer.name, size, root }), signer)
      return asIntruder(owner, 'checkpoints', 'update checkpoints set root = :root, note = :note', { root, note })
    },
  },
  {
    title: 'a checkpoint signed by somebody else',
    found: /checkpoint \d+: the log did not sign it/,
    by: async ({ owner, size, house }) => {
      const { root } = (await owner('checkpoints').first('root')) ?? { root: Buffer.alloc(32) }
      const signer = { name: logSigner(house).name, seed: Buffer.alloc(32, 4) }
      const note = signNote(checkpointText({ origin: signer.name, size, root }), signer)
      return asIntruder(owner, 'checkpoints', 'update checkpoints set note = :note', { note })
    },
  },
  {
    title: 'a checkpoint rewound to fewer facts',
    found: /it says another size or root than its row/,
    by: ({ owner }) =>
      asIntruder(
        owner,
        'checkpoints',
        `alter table cosignatures drop constraint cosignatures_size_fkey; update checkpoints set size = size - 1`,
      ),
  },
  {
    title: 'the whole log removed, to begin it again',
    found: /checkpoint \d+: the log has only 0 facts/,
    by: async ({ owner }) => {
      await asIntruder(owner, 'log_leaves', 'delete from log_leaves')
      await asIntruder(owner, 'log_nodes', 'delete from log_nodes')
    },
  },
  {
    title: 'a cosignature that the witness did not make',
    found: /police.example\/witness did not cosign it/,
    by: ({ owner }) =>
      asIntruder(owner, 'cosignatures', 'update cosignatures set line = :line', {
        line: cosignatureLine('another\n', witness, 1),
      }),
  },
  ...Object.entries({
    holder: [`holder_kind = 'recipient', holder_unit = null, holder_person = null`, /holder_kind recipient/],
    end: ['is_over = not is_over', /is_over/],
    'last fact': ['last_event = (select min(id::text)::uuid from custody_events)', /last_event/],
    attempts: ['attempts = attempts + 1', /attempts 1, by the facts it is 0/],
    'moment of taking it back': [`handed_back_at = now()`, /handed_back_at/],
    bag: [`bag = 'T1'`, /bag T1/],
    'end of its chain': [`last_hash = sha256('x')`, /last_hash/],
  } as const).map(([what, [set, found]]) => ({
    title: `another ${what} in a present`,
    found,
    by: ({ owner }: Proven) => owner.raw(`update parcel_presents set ${set}`),
  })),
  ...Object.entries({
    day: ['day = day - 1', /the crossing \S+ \S+Z police_unit .* on another day does not follow/],
    moment: [`at = at + interval '1 millisecond'`, /the crossing \S+ \S+\.\d{3}Z .* does not follow[\s\S]*is missing/],
    taker: [`taker_unit = '640000'`, /the crossing .* 640000 does not follow/],
  } as const).map(([what, [set, found]]) => ({
    title: `another ${what} of a crossing`,
    found,
    by: ({ owner }: Proven) => owner.raw(`update crossings set ${set} where giver_kind = 'police_unit'`),
  })),
  {
    title: 'another standing of a fact',
    found: /stored as applied, by the facts it is contradicting/,
    by: ({ owner }) => owner.raw(`update event_standings set standing = 'applied' where standing = 'contradicting'`),
  },
  ...['48 giờ liên tục', 'J+2 ngày làm việc bưu chính', 'Một ngày làm việc đến công an'].flatMap(reading => {
    const those = `policy_id = (select id from promise_policies where reading = '${reading}')`
    return [
      {
        title: `a clock that stopped when it began: ${reading}`,
        found: /the clock of promise \d+ stopped at/,
        by: ({ owner }: Scenario) => owner.raw(`update clocks set stopped_at = started_at where ${those}`),
      },
      {
        title: `a clock with another hour to be due: ${reading}`,
        found: /the clock of promise \d+ is due at/,
        by: ({ owner }: Scenario) => owner.raw(`update clocks set due_at = due_at + interval '1 hour' where ${those}`),
      },
      {
        title: `a clock removed: ${reading}`,
        found: /the clock of promise \d+ is missing/,
        by: ({ owner }: Scenario) => owner.raw(`delete from alerts; delete from clocks where ${those}`),
      },
    ]
  }),
]

for (const { title, found, by } of tamperings)
  test(`verify finds ${title}`, async t => {
    const all = await proven(t)
    await by(all)
    const { faults } = await faultsOf(all)
    t.regex(faults.join('\n') || 'nothing found', found)
  })
