import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { factHash } from './chain.ts'
import type { Fact, Standing } from './fact.ts'
import type { History } from './history.ts'
import type { Scan } from './scan.ts'

export type NewFact = { history: History; fact: Fact; scan: Scan }
export type Touched = { history: History; standingsBefore: ReadonlyMap<string, Standing> }

/** Writes new facts, changed standings, presents and reviews: one statement each, however many parcels were touched. */
export async function writeHistories(db: Knex, facts: NewFact[], touched: Touched[], now: Date): Promise<void> {
  if (!facts.length) return
  await db('custody_events').insert(facts.map(eventRow))
  const changed = touched.flatMap(changedStandings)
  await db('event_standings').insert(changed.map(standingRow)).onConflict('event_id').merge()
  await db('parcel_presents').insert(touched.map(presentRow)).onConflict('parcel_id').merge()
  await raiseReviews(db, changed, now)
  await withdrawReviews(db, changed, now)
}

/** The row of a fact, at the end of its parcel's chain; `history` moves on to it. The row lock keeps the end ours. */
function eventRow({ history, fact, scan }: NewFact) {
  const { id, step, person, role, unit, device, counter, effective_at, corrects, detail } = fact
  const link = { id, seq: history.next_seq, prev_hash: history.last_hash }
  const said = { step, role, device, counter, source: scan.source, corrects, detail }
  const times = { occurred_at: scan.occurred_at, recorded_at: scan.received_at, effective_at }
  const hash = factHash({ ...link, ...said, ...times, parcel: history.parcel_id, person, unit })
  history.next_seq++
  history.last_hash = hash
  return { ...link, ...said, ...times, parcel_id: history.parcel_id, person_id: person, unit_id: unit, hash }
}

type ChangedStanding = { parcel_id: string; fact: Fact; before: Standing | undefined; after: Standing }

function changedStandings({ history, standingsBefore }: Touched): ChangedStanding[] {
  return history.facts.flatMap(fact => {
    const [before, after] = [standingsBefore.get(fact.id), history.standings.get(fact.id)]
    if (!after || (before && JSON.stringify(before) === JSON.stringify(after))) return []
    return [{ parcel_id: history.parcel_id, fact, before, after }]
  })
}

const standingRow = ({ parcel_id, fact, after }: ChangedStanding) => ({ event_id: fact.id, parcel_id, ...after })

function presentRow({ history }: Touched) {
  const { holder, last, ...rest } = history.present
  return {
    parcel_id: history.parcel_id,
    holder_kind: holder.kind,
    holder_unit: holder.unit,
    holder_person: holder.person,
    last_step: last?.step ?? null,
    last_event: last?.id ?? null,
    last_fact: last,
    newest: history.newest,
    next_seq: history.next_seq,
    last_hash: history.last_hash,
    ...rest,
  }
}

type ReviewKind = 'contradiction' | 'jump' | 'misrouted' | 'wrong_hands' | 'lost' | 'damaged'

/** Review items open and close with standing: a late fact may settle what looked wrong, or unsettle what looked right. */
function questions(fact: Fact, standing: Standing | undefined): ReviewKind[] {
  if (standing?.standing === 'contradicting') return ['contradiction']
  if (standing?.standing !== 'applied') return []
  if (fact.step === 'report_lost') return ['lost']
  return fact.step === 'report_damaged' ? ['damaged'] : standing.flags
}

async function raiseReviews(db: Knex, changed: ChangedStanding[], now: Date) {
  const rows = changed.flatMap(({ parcel_id, fact, before, after }) =>
    questions(fact, after)
      .filter(kind => !questions(fact, before).includes(kind))
      .map(kind => ({ id: uuidv7(), kind, parcel_id, event_id: fact.id, opened_at: now, withdrawn_at: null })),
  )
  if (!rows.length) return
  const asked = db('reviews')
    .insert(rows)
    .onConflict(['parcel_id', 'event_id', 'kind', 'count_id'])
    .merge(['withdrawn_at'])
  await asked.whereNull('reviews.closed_at')
}

async function withdrawReviews(db: Knex, changed: ChangedStanding[], now: Date) {
  const gone = changed.flatMap(({ fact, before, after }) =>
    questions(fact, before)
      .filter(kind => !questions(fact, after).includes(kind))
      .map(kind => [fact.id, kind]),
  )
  if (!gone.length) return
  await db('reviews').whereIn(['event_id', 'kind'], gone).whereNull('closed_at').update({ withdrawn_at: now })
}
