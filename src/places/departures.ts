import type { Knex } from 'knex'
import type { DeparturesRow } from '../../db/tables.ts'
import { groupBy } from '../kit/group-by.ts'
import { type IsoDate, localDate, localMoment, nextDate, weekday } from '../kit/time.ts'
import type { Calendar } from './calendar.ts'

/** A line of the timetable: a van or a pick-up to another unit, or with `to_unit` null a round to receivers. */
export type Departure = Omit<DeparturesRow, 'id'>
/** Days on which most stay. */
export type Holidays = Pick<Calendar, 'off'>

/** The whole timetable in one statement, because scans wait for it. */
export async function readDepartures(db: Knex): Promise<Departure[]> {
  const { rows } = await db
    .raw<{ rows: [{ all: Departure[] }] }>(
      `select coalesce(json_agg(json_build_object('from_unit', from_unit, 'to_unit', to_unit, 'weekday', weekday,
         'leaves', leaves, 'arrives', arrives, 'on_holidays', on_holidays)), '[]') as all from departures`,
    )
    .options({ name: 'departures' })
  return rows[0].all
}

/** Nothing is looked for further away than this: so long nobody stops all vans. */
const horizon = 14

/** When the next of these leaves, at `from` or later; null where none does. */
export function nextDeparture(departures: readonly Departure[], from: Date, holidays: Holidays): Date | null {
  for (let days = 0; days <= horizon; days++) {
    const date = nextDate(localDate(from), days)
    const leaving = departures.filter(one => runsOn(one, date, holidays)).map(({ leaves }) => localMoment(date, leaves))
    const next = earliest(leaving.filter(at => at >= from))
    if (next) return next
  }
  return null
}

/** When the last of these leaves that has arrived by `by`; null where none does. */
function lastDeparture(departures: readonly Departure[], by: Date, holidays: Holidays): Date | null {
  for (let days = 0; days <= horizon; days++) {
    const date = nextDate(localDate(by), -days)
    const leaving = departures
      .filter(one => runsOn(one, date, holidays) && localMoment(date, one.arrives) <= by)
      .map(({ leaves }) => localMoment(date, leaves))
    if (leaving.length) return newest(leaving)
  }
  return null
}

/** The lines of the timetable by where they go; null: to receivers. Made once for many questions. */
export type Timetable = ReadonlyMap<string | null, Departure[]>
export const timetableOf = (departures: readonly Departure[]): Timetable =>
  groupBy(departures, ({ to_unit }) => to_unit)

/**
 * The latest moment at which a parcel can leave `unit` and still be with its receiver by `by`, by the vans and rounds of the
 * timetable; `rests` where it only has to lie at its office. Null where the timetable knows no way.
 */
export function lastChance(
  timetable: Timetable,
  { unit, office, by, rests }: { unit: string; office: string; by: Date; rests: boolean },
  holidays: Holidays,
): Date | null {
  const rounds = (timetable.get(null) ?? []).filter(({ from_unit }) => from_unit === office)
  const atOffice = rests ? by : lastDeparture(rounds, by, holidays)
  const chances = new Map<string, Date>(atOffice ? [[office, atOffice]] : [])
  const settled = new Set<string>()
  // Dijkstra, backwards in time: the latest chance that is not settled yet cannot become later.
  for (;;) {
    const next = latestOpen(chances, settled)
    if (!next || next[0] === unit) return next?.[1] ?? null
    settled.add(next[0])
    for (const [from, at] of chancesBefore(timetable, next, holidays))
      if (at > (chances.get(from) ?? new Date(0))) chances.set(from, at)
  }
}

function latestOpen(chances: ReadonlyMap<string, Date>, settled: ReadonlySet<string>): [string, Date] | undefined {
  const open = [...chances].filter(([unit]) => !settled.has(unit))
  return open.reduce<[string, Date] | undefined>((last, one) => (last && last[1] >= one[1] ? last : one), undefined)
}

/** By when one has to leave each unit from which something goes straight to this one. */
function chancesBefore(timetable: Timetable, [unit, by]: [string, Date], holidays: Holidays): [string, Date][] {
  const coming = groupBy(timetable.get(unit) ?? [], ({ from_unit }) => from_unit)
  return [...coming].flatMap(([from, some]): [string, Date][] => {
    const at = lastDeparture(some, by, holidays)
    return at ? [[from, at]] : []
  })
}

const runsOn = (departure: Departure, date: IsoDate, { off }: Holidays) =>
  departure.weekday === weekday(date) && (departure.on_holidays || !off.has(date))

const earliest = (moments: readonly Date[]) =>
  moments.reduce<Date | null>((first, at) => (first && first <= at ? first : at), null)
const newest = (moments: readonly Date[]) =>
  moments.reduce<Date | null>((last, at) => (last && last >= at ? last : at), null)
