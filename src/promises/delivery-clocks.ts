import type { Knex } from 'knex'
import type { Change, Consequence } from '../custody/consequence.ts'
import { lastChance, readDepartures, type Timetable, timetableOf } from '../places/departures.ts'
import { type Circumstances, circumstancesOf } from './circumstances.ts'
import { type Counted, clockOf, hasTarget } from './clock-of.ts'
import type { WantedClock } from './clock-row.ts'
import { doorSteps, type Pause, pausesOf, withoutOverlap } from './pauses.ts'
import { placeOf } from './place-of.ts'
import { type Policy, policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'
import { type StandingFact, standingFacts } from './standing-facts.ts'

/**
 * The 48-hour promise (agreement of 2022): runs from the moment the post has the result, or should have fetched it by its
 * timetable, until it is delivered, or, when the receiver chose to fetch it, until it lies ready at their office. Both
 * readings run side by side.
 */
export const reconcileDeliveryClocks: Consequence = async (db, changes, { now }) => {
  const results = changes.filter(({ parcel }) => parcel.destination_kind === 'recipient')
  if (!results.length) return
  const circumstances = await circumstancesOf(db, results)
  const concerned = results.filter(change => isConcerned(change, circumstances))
  if (!concerned.length) return
  const policies = (await policiesOf(db, 'delivery')).filter(hasTarget)
  const doors = await doorFacts(db, concerned)
  // What has come to its receiver has no chance to lose.
  const timetable = timetableOf(concerned.every(stopped) ? [] : await readDepartures(db))
  const told = { ...circumstances, doors, timetable }
  const wanted = concerned.flatMap(change =>
    policies.filter(({ scope }) => isOf(scope, change.parcel.zone)).map(policy => wantedOf(change, policy, told)),
  )
  await reconcileClocks(db, wanted, now)
}

type ToldOfAll = Circumstances & {
  doors: ReadonlyMap<string, StandingFact[]>
  timetable: Timetable
}

/** Released for the first time, taken back from a release, or with the post. */
const isConcerned = ({ parcel, before, after }: Change, { pickUps, clocked }: Circumstances) =>
  Boolean(before.handed_back_at || after.handed_back_at || pickUps.has(parcel.id) || clocked.has(parcel.id))

/** What nobody was ever called on for has no pauses to read. */
const doorFacts = (db: Knex, changes: readonly Change[]) =>
  standingFacts(
    db,
    changes.filter(({ before, after }) => before.attempts || after.attempts),
    doorSteps,
  )

const isOf = (scope: Policy['scope'], zone: Change['parcel']['zone']) =>
  scope === null || (scope === 'out_of_province') === (zone === 'out_of_province')

function wantedOf(change: Change, policy: Counted, told: ToldOfAll): WantedClock {
  const { parcel, after } = change
  const office = after.redirected_to ?? parcel.destination_unit
  // Hours run over holidays, vans mostly stay: whether they do is asked of the counter's calendar.
  const { off } = policy.counterOf(parcel.destination_unit)
  return clockOf(policy, {
    subject: { parcel_id: parcel.id },
    unit_id: parcel.destination_unit,
    keeper: parcel.destination_unit,
    start: startOf(change, told),
    stopped_at: stopped(change),
    pauses: pausesFor(change, policy, told),
    chance: due => {
      const place = placeOf(change)
      if (place === 'at the door') return told.timetable.size ? due : null
      return lastChance(told.timetable, { unit: place, office, by: due, rests: parcel.is_collected }, { off })
    },
  })
}

/** Late fetching counts against the post: the clock does not wait for a van that should have come. */
function startOf({ parcel, after }: Change, { pickUps }: Circumstances): Date | null {
  const scheduled = pickUps.get(parcel.id) ?? null
  // What the desk gave away itself before anybody should have come was never the post's.
  if (!after.handed_back_at && after.ended_at && scheduled && after.ended_at < scheduled) return null
  if (!after.handed_back_at || !scheduled) return after.handed_back_at ?? scheduled
  return scheduled < after.handed_back_at ? scheduled : after.handed_back_at
}

function pausesFor({ parcel, after }: Change, policy: Policy, told: ToldOfAll): Pause[] {
  const { doors, standstills, upheld, agreed } = told
  const calendar = policy.counterOf(parcel.destination_unit)
  const atTheDoor = pausesOf(doors.get(parcel.id) ?? [], { excuses: policy.excuses, calendar, upheld, agreed })
  // A lost parcel is never excused.
  const everywhere = policy.excuses.includes('force_majeure') && !after.is_lost ? standstills : []
  const here = everywhere.filter(({ unit_id }) => unit_id === null || unit_id === parcel.destination_unit)
  return withoutOverlap([...atTheDoor, ...here.map(({ unit_id: _, ...pause }) => pause)])
}

const stopped = ({ parcel, after }: Pick<Change, 'parcel' | 'after'>) =>
  parcel.is_collected ? (after.collectable_at ?? after.ended_at) : after.ended_at
