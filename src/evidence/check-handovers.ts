// Whether signed hand-over sheets are what was signed: read again by other code than what wrote them.
import type { Knex } from 'knex'
import { bothWords, foreignWord } from './foreign-word.ts'

type Sheet = { id: string; number: string; faults: string[] }

const sheetsAtOnce = 200

const differences = 'select * from handover_differences where handover_id = h.id'
const sides = `('giver', h.giver_kind, h.giver_unit, h.giver_person), ('taker', h.taker_kind, h.taker_unit, h.taker_person)`

/**
 * Reports each sheet whose words, rows, differences, facts or papers do not belong together, words on a difference by the
 * wrong side, and numbers that are missing.
 * Each side's words keep what the tables said when it signed; columns that came later are not in them. Answers how many
 * sheets there are.
 */
export async function checkHandovers(trx: Knex, report: (fault: string) => void): Promise<number> {
  let sheets = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await sheetsAfter(trx, after)
    for (const { number, faults } of page) for (const fault of faults) report(`${number}: ${fault}`)
    const last = page.at(-1)
    if (!last) break
    sheets += page.length
    after = last.id
  }
  for (const fault of await missingNumbers(trx)) report(fault)
  return sheets
}

/** What must hold of a sheet `h` with the words of its giver and its taker, and how it is called where it does not. */
const rules: Record<string, string> = {
  "nobody's words for a sheet that is released": `not h.is_implicit and giver.id is null`,
  "nobody's words for a sheet that is accepted": `h.accepted_at is not null and taker.id is null`,
  'its words are not what was signed': `exists (select from handover_sheets w where w.handover_id = h.id and w.digest <> sha256(convert_to(w.content, 'UTF8')))`,
  'what it says is not what its giver signed': `giver.id is not null and (now.sheet @> (giver.sheet - changed)) is not true`,
  'what it says is not what its taker signed': `taker.id is not null and (now.sheet @> taker.sheet) is not true`,
  'its list is not what its giver signed': `giver.id is not null and
    (select jsonb_agg(r -> 'parcel_id' order by r ->> 'parcel_id') from jsonb_array_elements(giver.rows) r) is distinct from
    (select jsonb_agg(r -> 'parcel_id' order by r ->> 'parcel_id') from jsonb_array_elements(now.rows) r where (r ->> 'is_listed')::boolean)`,
  'its rows are not what its taker signed': `taker.id is not null and (now.rows @> taker.rows and jsonb_array_length(now.rows) = jsonb_array_length(taker.rows)) is not true`,
  'its differences are not those of its rows': `h.accepted_at is not null and
    (select count(*) from handover_differences d where d.handover_id = h.id) <>
    (select count(*) from handover_parcels r where r.handover_id = h.id and not (r.is_listed and r.is_accepted))`,
  "a fact of its rows is another parcel's": `exists (select from handover_parcels r join custody_events e on e.id = r.event_id
    where r.handover_id = h.id and e.parcel_id <> r.parcel_id)`,
  'a difference is explained by somebody who does not stand on that side': foreignWord(differences, sides),
  'one person explained a difference for both sides': `not h.is_self and ${bothWords(differences)}`,
  'its paper is not what was drawn': `exists (select from handover_papers p where p.handover_id = h.id and p.sha256 <> sha256(p.pdf))`,
}

async function sheetsAfter(trx: Knex, after: string): Promise<Sheet[]> {
  const ids: string[] = await trx('handovers').where('id', '>', after).orderBy('id').limit(sheetsAtOnce).pluck('id')
  const words = await trx('handover_sheets').whereIn('handover_id', ids).select('handover_id', 'side', 'content')
  const told = words.map(({ handover_id, side, content }) => ({ id: handover_id, side, ...recordIn(content) }))
  const checks = Object.entries(rules).map(
    ([fault, isBroken]) => `case when ${isBroken} then '${fault.replaceAll("'", "''")}' end`,
  )
  const { rows } = await trx.raw(
    `with told as materialized (select * from jsonb_to_recordset(:told::jsonb) as t (id uuid, side text, sheet jsonb, rows jsonb))
     select h.id, h.number, array_remove(array[${checks.join(', ')}], null) as faults
     from handovers h
     cross join lateral (
       select to_jsonb(h) - 'cancelled_at' - 'cancelled_by' - 'cancelled_reason' as sheet,
         (select jsonb_agg(to_jsonb(r) - 'handover_id' order by r.parcel_id) from handover_parcels r where r.handover_id = h.id) as rows
     ) as now
     cross join (select array['state', 'is_self', 'mode', 'accepted_at', 'accepted_by', 'entered_at', 'entered_by', 'condition',
       'reservation', 'paper_number'] as changed) as later
     left join told as giver on giver.id = h.id and giver.side = 'giver'
     left join told as taker on taker.id = h.id and taker.side = 'taker'
     where h.id = any(:ids) order by h.id`,
    { ids, told: JSON.stringify(told) },
  )
  return rows
}

/** What the tables said at the signature, by the words; nothing where these are no JSON any more. */
function recordIn(content: string): { sheet?: unknown; rows?: unknown } {
  try {
    return JSON.parse(content).record ?? {}
  } catch {
    return {}
  }
}

/** Sheets are numbered without a gap by unit and day: one that is gone leaves its number missing. */
async function missingNumbers(trx: Knex): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { number: string }[] }>(
    `select number from (
       select 'BG' || unit_number || to_char(day, 'YYMMDD') || lpad(sequence::text, 4, '0') as number
       from daily_numbers cross join generate_series(1, last) as sequence where prefix = 'BG') as given
     where number not in (select number from handovers)
     order by number`,
  )
  return rows.map(({ number }) => `${number}: no sheet has this number`)
}
