import { readCsv } from '../../db/read-csv.ts'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { minutesOf, weekday } from './days.ts'
import { isWorked, type OfficeHours } from './office-hours.ts'

/** Somebody goes from one place to another, or on a round to receivers, on these weekdays. */
export type Run = {
  from: string
  to: string
  first: number
  last: number
  departs: number
  arrives: number
  keepsHolidays: boolean
}

export const receivers = 'receivers'

/** The timetable of the province: vans between offices, visits to desks and back, rounds. */
export async function readTimetable(): Promise<Run[]> {
  const lines = await readCsv(rootFolder('test', 'simulator'), 'timetable.csv')
  return lines.map(line => {
    const [first = 0, last = first] = line.text('weekdays').split('-').map(Number)
    return {
      from: line.text('from_unit'),
      to: line.text('to_unit'),
      first,
      last,
      departs: minutesOf(line.text('departs')),
      arrives: minutesOf(line.text('arrives')),
      keepsHolidays: line.yes('keeps_holidays'),
    }
  })
}

/** Whether it goes on this day; one that keeps holidays goes when counters are open. */
export const goesOn = ({ first, last, keepsHolidays }: Run, date: number, counter: OfficeHours): boolean =>
  weekday(date) >= first && weekday(date) <= last && (!keepsHolidays || isWorked(counter, date))
