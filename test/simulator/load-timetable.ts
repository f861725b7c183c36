import type { Service } from '../support/scenario.ts'
import type { Province } from './province.ts'
import { receivers } from './timetable.ts'

/** The timetable by which vans, visits and rounds go is that by which the system warns. */
export const loadTimetable = ({ db }: Service, { timetable }: Province) =>
  db('departures').insert(
    timetable.flatMap(({ from, to, first, last, departs, arrives, keepsHolidays }) =>
      Array.from({ length: last - first + 1 }, (_, i) => ({
        ...{ from_unit: from, to_unit: to === receivers ? null : to, weekday: first + i },
        ...{ leaves: departs, arrives, on_holidays: !keepsHolidays },
      })),
    ),
  )
