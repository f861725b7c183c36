// The facts of a parcel as one text, and as rows again: a million rows of twenty columns cost more than to hash them.
import type { CustodyEventsRow } from '../../db/tables.ts'
import { type AsText, moment } from '../platform/texts.ts'

/** A fact and what became of it, its standing and its flags in one line; null where nothing is stored. */
export type StoredFact = AsText<CustodyEventsRow> & {
  fate: string | null
  unit_kind: 'post_office' | 'police_unit' | null
}
export type UnitKinds = ReadonlyMap<string, 'post_office' | 'police_unit'>
/** Of one parcel: how many facts there are, each in a line, and what became of each. */
export type WrittenFacts = { id: string; count: number; facts: string | null; fates: string | null }

// JSON writes them otherwise. Where a word of ours holds one, there are more lines or columns than there should be.
const [column, line] = ['\x1f', '\x1e']
const [columnInSql, lineInSql] = [`E'\\x1f'`, `E'\\x1e'`]

// Null is empty; but what a device is called, of whatever characters, is JSON.
const columns = [
  'id',
  'seq',
  'person_id',
  'step',
  'role',
  'source',
  'occurred_at',
  'recorded_at',
  'effective_at',
  'detail',
  `coalesce(hash::text, '')`,
  `coalesce(prev_hash::text, '')`,
  `coalesce(corrects::text, '')`,
  `coalesce(counter::text, '')`,
  `coalesce(unit_id, '')`,
  `coalesce(to_json(device)::text, 'null')`,
] as const

/** What to join to `parcels` for the columns of `WrittenFacts`; facts stand in record order. */
export const writtenFacts = `
  cross join lateral (
    select count(*), string_agg(concat_ws(${columnInSql}, ${columns.join(', ')}), ${lineInSql} order by seq) as facts
    from custody_events where parcel_id = parcels.id) as written_facts
  cross join lateral (
    select string_agg(concat_ws(' ', event_id, standing, nullif(array_to_string(flags, ' '), '')), ${lineInSql}) as fates
    from event_standings where parcel_id = parcels.id) as written_fates`

/** Reads them again. Null where a word holds what parts lines and columns: nobody could say what is written there. */
export function readFacts({ id, count, facts, fates }: WrittenFacts, kinds: UnitKinds): StoredFact[] | null {
  const lines = facts?.split(line) ?? []
  const fateOf = new Map<string, string>()
  for (const fate of fates?.split(line) ?? []) fateOf.set(fate.slice(0, 36), fate.slice(37))
  const read: StoredFact[] = []
  for (const one of lines) {
    const cut = one.split(column)
    if (cut.length !== columns.length || lines.length !== count) return null
    read.push(factOf(cut as unknown as Cut, id, { fateOf, kinds }))
  }
  return read
}

type Written<Columns> = { [Place in keyof Columns]: string }
type Cut = Written<typeof columns>
type Beside = { fateOf: ReadonlyMap<string, string>; kinds: UnitKinds }

function factOf(cut: Cut, parcel_id: string, { fateOf, kinds }: Beside): StoredFact {
  const unit_id = cut[14] || null
  return {
    id: cut[0],
    parcel_id,
    seq: Number(cut[1]),
    person_id: cut[2],
    step: cut[3],
    role: cut[4],
    source: cut[5] as StoredFact['source'],
    occurred_at: moment(cut[6]),
    recorded_at: moment(cut[7]),
    effective_at: moment(cut[8]),
    detail: JSON.parse(cut[9]),
    hash: cut[10].slice(2),
    prev_hash: cut[11] ? cut[11].slice(2) : null,
    corrects: cut[12] || null,
    counter: cut[13] ? Number(cut[13]) : null,
    unit_id,
    device: JSON.parse(cut[15]),
    fate: fateOf.get(cut[0]) ?? null,
    unit_kind: kinds.get(unit_id ?? '') ?? null,
  }
}
