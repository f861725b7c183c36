import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { factHash } from './chain.ts'
import type { Fact, Standing } from './fact.ts'
import type { History } from './history.ts'
import type { Scan } from './scan.ts'

export type NewFact = { history: History; fact: Fact; scan: Scan }
export type Touched = { history: History; standingsBefore: ReadonlyMap<string, Standing> }

/** Writes new facts, changed standings and presents in one statement, however many parcels were touched, and their reviews. */
export async function writeHistories(db: Knex, facts: NewFact[], touched: Touched[], now: Date): Promise<void> {
  if (!touched.length) return
  const events = facts.map(eventRow)
  const changed = touched.flatMap(changedStandings)
  await writeRows(db, { events, standings: changed.map(standingRow), presents: touched.map(presentRow) })
  await raiseReviews(db, changed, now)
  await withdrawReviews(db, changed, now)
}

/** Each table's rows as one value: a binding for each column of each row would cost more than the rows. */
const writeRows = (db: Knex, rows: Record<'events' | 'standings' | 'presents', object[]>) =>
  db
    .raw(
      `with facts as (
       insert into custody_events select * from jsonb_populate_recordset(null::custody_events, :events)
     ), fates as (
       insert into event_standings select * from jsonb_populate_recordset(null::event_standings, :standings)
       on conflict (event_id) do update set standing = excluded.standing, flags = excluded.flags
     )
     update parcel_presents set
       holder_kind = told.holder_kind, holder_unit = told.holder_unit, holder_person = told.holder_person,
       since = told.since, last_step = told.last_step, last_event = told.last_event, next_seq = told.next_seq,
       is_over = told.is_over, is_lost = told.is_lost, is_misrouted = told.is_misrouted,
       is_sent_back = told.is_sent_back, attempts = told.attempts, held_until = told.held_until, bag = told.bag,
       redirected_to = told.redirected_to, handed_back_at = told.handed_back_at,
       collectable_at = told.collectable_at, ended_at = told.ended_at,
       last_fact = told.last_fact, newest = told.newest, last_hash = told.last_hash
     from jsonb_populate_recordset(null::parcel_presents, :presents) as told
     where parcel_presents.parcel_id = told.parcel_id`,
      {
        events: JSON.stringify(rows.events),
        standings: JSON.stringify(rows.standings),
        presents: JSON.stringify(rows.presents),
      },
    )
    .options({ name: 'write histories' })

/** Bytes as PostgreSQL reads them. */
const bytea = (bytes: Buffer | null) => bytes && `\\x${bytes.toString('hex')}`

/** The row of a fact, at the end of its parcel's chain; `history` moves on to it. The row lock keeps the end ours. */
function eventRow({ history, fact, scan }: NewFact) {
  const { id, step, person, role, unit, device, counter, effective_at, corrects, detail } = fact
  const { parcel_id, next_seq: seq, last_hash: prev_hash } = history
  const said = { step, role, device, counter, source: scan.source, corrects, detail }
  const times = { occurred_at: scan.occurred_at, recorded_at: scan.received_at, effective_at }
  const hash = factHash({ id, seq, prev_hash, ...said, ...times, parcel: parcel_id, person, unit })
  history.next_seq++
  history.last_hash = hash
  const link = { id, parcel_id, seq, prev_hash: bytea(prev_hash), hash: bytea(hash) }
  return { ...link, ...said, ...times, person_id: person, unit_id: unit }
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
    last_hash: bytea(history.last_hash),
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
