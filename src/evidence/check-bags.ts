// Whether bags are what was said of them: lists, seals, openings and differences, read again by other code than what wrote them.
import type { Knex } from 'knex'
import { texts } from '../platform/texts.ts'
import { checkContent, type StoredContent } from './check-content.ts'
import { bothWords, foreignWord } from './foreign-word.ts'
import { readFacts, type WrittenFacts, writtenFacts } from './read-facts.ts'
import { parcelColumns, type StoredParcel, unitKinds } from './read-stored.ts'

const contentsAtOnce = 100

/**
 * Reports each bag whose list, seal, state, differences or signers do not follow from the facts of what was in it, from its
 * own scans and from who worked where, and numbers that are missing. What no fact says, the seal's number and the weight, is
 * believed. Answers how many bags there are. Memory does not grow with their number.
 */
export async function checkBags(trx: Knex, report: (fault: string) => void): Promise<number> {
  const kinds = await unitKinds(trx)
  await trx.raw(`declare bag_contents no scroll cursor for ${contents}`)
  for (;;) {
    const { rows } = await trx
      .raw<{ rows: Row[] }>(`fetch ${contentsAtOnce} from bag_contents`)
      .options({ types: texts })
    if (!rows.length) break
    for (const row of rows) {
      const facts = readFacts(row, kinds)
      const faults = facts ? checkContent(row, row, facts) : [`${row.code}: its facts cannot be told apart`]
      for (const fault of faults) report(fault)
    }
  }
  for (const fault of await faultyBags(trx)) report(fault)
  const { rows } = await trx.raw<{ rows: [{ bags: number }] }>('select count(*) as bags from bags')
  return rows[0].bags
}

type Row = StoredContent & StoredParcel & WrittenFacts

/** Each parcel with each bag on whose list it stands or that its facts name. By a cursor: facts are not indexed by the bag they name. */
const contents = `
  with named as (
    select distinct detail ->> 'bag' as bag, parcel_id from custody_events where jsonb_exists(detail, 'bag')
  ), listed as (
    select bags.code as bag, parcel_id, is_inside, is_found from bag_parcels join bags on bags.id = bag_id
  ), scanned as (
    select body ->> 'code' as bag, array_agg(id::text) as scans from scans
    where event_id is null and verdict <> 'refused' and body ->> 'code' in (select code from bags) group by 1
  ), packed as (
    select code as bag, max(effective_at) + interval '1 millisecond' as packed_at
    from bag_parcels join bags on bags.id = bag_id join custody_events using (parcel_id)
    where step = 'pack' and detail ->> 'bag' = code group by 1
  )
  select bag, bags.id as bag_id, state, made_unit, made_at, sealed_at, packed_at, opened_at, opened_by, opened_unit,
    listed.parcel_id is not null as is_listed, is_inside, is_found, scans,
    ${parcelColumns.map(name => `parcels.${name}`).join(', ')}, count, facts, fates
  from named full join listed using (bag, parcel_id)
  left join bags on bags.code = bag
  left join scanned using (bag)
  left join packed using (bag)
  join parcels on parcels.id = parcel_id ${writtenFacts}
  order by bag, parcels.id`

const differences = 'select * from bag_differences where bag_id = b.id'
const sides = `('giver', maker.kind, b.made_unit, null::uuid), ('taker', opener.kind, b.opened_unit, null)`

/** A condition: who did this with a bag did not work at that unit at that moment. */
const stranger = (by: string, unit: string, at: string) => `b.${by} is not null and not exists (
  select from assignments a where a.person_id = b.${by} and a.unit_id = b.${unit} and a.role in ('clerk', 'officer')
    and a.since <= b.${at} and (a.until is null or a.until > b.${at}))`

/** What must hold of a bag `b`, and how it is called where it does not. */
const rules: Record<string, string> = {
  'nobody who worked there made it': stranger('made_by', 'made_unit', 'made_at'),
  'nobody who worked there sealed it': stranger('sealed_by', 'made_unit', 'sealed_at'),
  'nobody who worked there opened it': stranger('opened_by', 'opened_unit', 'opened_at'),
  'it was opened where it never was': `b.opened_unit not in (b.to_unit, b.made_unit) and not exists (
    select from bag_parcels c join custody_events e using (parcel_id)
    where c.bag_id = b.id and e.unit_id = b.opened_unit and e.detail ->> 'bag' = b.code)`,
  'nothing is on its list': `b.state <> 'open' and not exists (select from bag_parcels where bag_id = b.id)`,
  'it has differences of another opening': `exists (
    select from bag_differences where bag_id = b.id and opened_at is distinct from b.opened_at)`,
  'what is short is not what was not found': `exists (
    select from (select parcel_id from bag_differences where bag_id = b.id and kind = 'short') d
    full join (select parcel_id from bag_parcels where bag_id = b.id and not is_found) p using (parcel_id)
    where d.parcel_id is null or p.parcel_id is null)`,
  'what is over stands on its list': `exists (
    select from bag_differences join bag_parcels using (bag_id, parcel_id) where bag_id = b.id and kind = 'over')`,
  'its seal is, or is not, as its differences say otherwise': `b.state = 'opened' and
    (b.seal_number is distinct from b.found_seal) <> exists (select from bag_differences where bag_id = b.id and kind = 'seal')`,
  'its weight does not differ': `exists (select from bag_differences where bag_id = b.id and kind = 'weight')
    and (b.weight_g <> b.found_weight_g) is not true`,
  'a difference is explained by somebody who does not stand on that side': foreignWord(differences, sides),
  'one person explained a difference for both sides': `b.sealed_by <> b.opened_by and ${bothWords(differences)}`,
}

/** Bags that break a rule; and those that are gone: they are numbered without a gap by unit and day. */
async function faultyBags(trx: Knex): Promise<string[]> {
  const broken = Object.entries(rules).map(
    ([fault, isBroken]) =>
      `select b.code || ': ${fault.replaceAll("'", "''")}' as fault from bags b join units maker on maker.id = b.made_unit
       left join units opener on opener.id = b.opened_unit where ${isBroken}`,
  )
  const gone = `select number || ': no bag has this number' from (
      select 'TT' || unit_number || to_char(day, 'YYMMDD') || lpad(sequence::text, 4, '0') as number
      from daily_numbers cross join generate_series(1, last) as sequence where prefix = 'TT') as given
    where number not in (select code from bags)`
  const { rows } = await trx.raw<{ rows: { fault: string }[] }>(`${[...broken, gone].join(' union all ')} order by 1`)
  return rows.map(({ fault }) => fault)
}
