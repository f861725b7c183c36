import { type Line, readCsv } from '../../db/read-csv.ts'
import { rootFolder } from '../../src/kit/root-folder.ts'
import type { Zone } from './log.ts'
import { announcedDays, type OfficeHours, officeHours } from './office-hours.ts'
import { type Run, readTimetable } from './timetable.ts'

export type Office = { id: string; kind: 'province' | 'district' | 'local'; district: string }
export type Desk = { id: string; level: string; named: string | null; place: string; lead: string }
type Commune = { code: string; district: string; office: string; zone: Zone }
export type Procedure = {
  id: string
  level: string
  desk: string | null
  working_days: number | null
  documents: string[]
  byPost: boolean
}

/** The real offices, desks and communes, by the world's own reading of them. */
export type Province = Awaited<ReturnType<typeof readProvince>>

export async function readProvince() {
  const [offices, desks, units, areas, holidays, calendars] = await Promise.all(
    ['post_offices', 'police_units', 'admin_units', 'delivery_areas', 'holidays', 'calendars'].map(read),
  )
  const announced = announcedDays(rowsOf(holidays, 'day', 'kind'))
  const hours = (id: string) =>
    officeHours(
      lines(calendars)
        .find(line => line.text('id') === id)
        ?.text('hours') ?? '',
      announced,
    )
  return {
    offices: lines(offices).map(officeOf),
    desks: lines(desks).map(deskOf),
    communes: communesOf(lines(units), lines(areas)),
    timetable: (await readTimetable()) as readonly Run[],
    agency: hours('agency') as OfficeHours,
    counter: hours('counter') as OfficeHours,
  }
}

const read = (name: string) => readCsv(rootFolder('db', 'reference'), `${name}.csv`)
const lines = (some: Line[] | undefined) => some ?? []
const rowsOf = (some: Line[] | undefined, ...columns: ['day', 'kind']) =>
  lines(some).map(line => ({ day: line.text(columns[0]), kind: line.text(columns[1]) }))

const officeOf = (line: Line): Office => ({
  id: line.text('code'),
  kind: line.text('kind') as Office['kind'],
  district: line.text('district_code'),
})

const deskOf = (line: Line): Desk => ({
  id: line.text('id'),
  level: line.text('level'),
  named: line.maybe('desk'),
  place: line.text('admin_unit_code'),
  lead: line.text('lead_post_office'),
})

function communesOf(units: readonly Line[], areas: readonly Line[]): Commune[] {
  const served = new Map(areas.map(line => [line.text('commune_code'), line.text('post_office')]))
  return units
    .filter(line => line.text('level') === 'commune')
    .map(line => ({
      code: line.text('code'),
      district: line.text('parent_code'),
      office: served.get(line.text('code')) ?? '640000',
      zone: ['phuong', 'thi_tran'].includes(line.text('kind')) ? 'town' : 'rural',
    }))
}

/** The desk where a procedure of this level is filed, for a home. */
export function deskFor({ desks }: Province, { level, desk }: Procedure, home: Commune): Desk {
  const place = level === 'commune' ? home.code : home.district
  const found = desks.find(
    one => one.level === level && (level === 'province' ? one.named === desk : one.place === place),
  )
  if (!found) throw new Error(`no desk of level ${level} for ${home.code}`)
  return found
}

/** Where something at `from` goes next on its way to `to`: local offices by their district, districts by the capital. */
export function nextHop(province: Province, from: string, to: string): string {
  const [here, there] = [officeIn(province, from), officeIn(province, to)]
  const [mine, theirs] = [hubOf(province, here), hubOf(province, there)]
  if (here.kind === 'local') return mine
  if (mine === theirs) return to
  return here.kind === 'province' ? theirs : hubOf(province, { ...here, kind: 'province', district: '660' })
}

const officeIn = ({ offices }: Province, id: string): Office => {
  const found = offices.find(office => office.id === id)
  if (!found) throw new Error(`no office ${id}`)
  return found
}

/** The office that leads a district. */
const hubOf = ({ offices }: Province, { district }: Office): string =>
  offices.find(office => office.kind !== 'local' && office.district === district)?.id ?? '640000'

/** The office above another: a district's for a local one, the capital's for a district's. */
export const hubs = (province: Province, id: string): string => {
  const office = officeIn(province, id)
  return office.kind === 'local' ? hubOf(province, office) : '640000'
}
