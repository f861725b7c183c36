import type { Knex } from 'knex'
import type { CustodyEventsRow } from '../../db/tables.ts'
import { parcelByCode } from '../custody/queries.ts'
import type { Actor } from '../people/actor.ts'
import type { LogHouse } from './checkpoint.ts'
import { inclusionPath } from './merkle.ts'
import { logView } from './queries.ts'
import { subtreeHashes } from './read-nodes.ts'
import type { Bundle } from './schemas.ts'

/**
 * Everything that proves a parcel's history to somebody who has the log's keys and nothing else: its facts of every
 * standing in record order, and for each the proof that it is in the newest checkpoint. No personal data but the ids of
 * staff. Throws notFound to whom the parcel does not concern.
 */
export async function parcelEvidence(
  db: Knex,
  code: string,
  { by, house }: { by: Actor; house: LogHouse & { witnessKeys: readonly string[] } },
): Promise<Bundle> {
  await parcelByCode(db, code, by)
  const log = await logView(db, house)
  const size = log.checkpoint?.size ?? 0
  const facts = await factsOf(db, code, size)
  const proofs = await inclusionProofs(
    db,
    facts.map(({ index }) => index),
    size,
  )
  return {
    format: 'buu-tram/evidence/v1',
    code,
    facts: facts.map((fact, i) => ({
      fact: toldFact(fact),
      hash: fact.hash.toString('hex'),
      inclusion: fact.index === null ? null : { index: fact.index, hashes: proofs[i] ?? [] },
    })),
    not_yet_proven: facts.filter(({ index }) => index === null).map(({ seq }) => seq),
    log,
  }
}

type LoggedFact = CustodyEventsRow & { index: number | null }

const factsOf = (db: Knex, code: string, size: number): Promise<LoggedFact[]> =>
  db('custody_events')
    .join('parcels', 'parcels.id', 'custody_events.parcel_id')
    .leftJoin('log_leaves', leaf =>
      leaf.on('log_leaves.event_id', 'custody_events.id').andOn('log_leaves.index', '<', db.raw('?', [size])),
    )
    .where('parcels.code', code)
    .orderBy('custody_events.seq')
    .select('custody_events.*', 'log_leaves.index')

/** A proof for each leaf, all by one statement. */
async function inclusionProofs(db: Knex, leaves: readonly (number | null)[], size: number): Promise<string[][]> {
  const paths = leaves.map(index => (index === null ? [] : inclusionPath(index, size)))
  const hashes = await subtreeHashes(db, paths.flat())
  return paths.map(path => hashes.splice(0, path.length).map(hash => hash.toString('base64')))
}

function toldFact(fact: LoggedFact): Bundle['facts'][number]['fact'] {
  const { id, seq, step, role, device, counter, source, corrects, detail } = fact
  return {
    ...{ id, seq, step, role, device, counter, source, corrects, detail },
    parcel: fact.parcel_id,
    prev_hash: fact.prev_hash?.toString('hex') ?? null,
    person: fact.person_id,
    unit: fact.unit_id,
    occurred_at: fact.occurred_at.toISOString(),
    recorded_at: fact.recorded_at.toISOString(),
    effective_at: fact.effective_at.toISOString(),
  }
}
