import { weekOf } from '../src/places/week.ts'
import type { Line } from './read-csv.ts'

export type Row = Record<string, unknown>

/** In the order of their foreign keys. What an administrator imported of a `scope` is all there is of it. */
export const files: { file: string; table: string; row: (line: Line) => Row; scope?: (row: Row) => string }[] = [
  { file: 'admin_units.csv', table: 'admin_units', row: adminUnit },
  { file: 'merger_2025-07-01.csv', table: 'admin_unit_mergers', row: merger },
  { file: 'post_offices.csv', table: 'units', row: postOffice },
  { file: 'police_units.csv', table: 'units', row: policeUnit },
  { file: 'delivery_areas.csv', table: 'delivery_areas', row: deliveryArea },
  { file: 'holidays.csv', table: 'holidays', row: holiday, scope: ({ day }) => String(day).slice(0, 4) },
  { file: 'postage_rates.csv', table: 'postage_rates', row: postageRate },
  { file: 'calendars.csv', table: 'calendars', row: calendar },
  { file: 'hearers.csv', table: 'hearers', row: hearer, scope: ({ level }) => String(level) },
  { file: 'watch_settings.csv', table: 'watch_settings', row: watchSetting },
  { file: 'procedure_fields.csv', table: 'procedure_fields', row: procedureField },
  { file: 'zalo_templates.csv', table: 'zalo_templates', row: zaloTemplate },
]

function adminUnit(line: Line): Row {
  return {
    code: line.text('code'),
    level: line.text('level'),
    name: line.text('name'),
    kind: line.text('kind'),
    parent_code: line.maybe('parent_code'),
    valid_from: '2004-01-01',
  }
}

function merger(line: Line): Row {
  return {
    old_code: line.text('old_code'),
    new_code: line.text('new_code'),
    new_name: line.text('new_name'),
    new_kind: line.text('new_kind'),
    new_parent_code: line.text('new_parent_code'),
    effective_on: '2025-07-01',
  }
}

function postOffice(line: Line): Row {
  return {
    id: line.text('code'),
    kind: 'post_office',
    number: line.text('code'),
    name: officeName(line.text('name'), line.text('kind')),
    level: line.text('kind'),
    admin_unit_code: line.text('district_code'),
    district_code: line.text('district_code'),
    address: line.maybe('address'),
    phone: line.maybe('phone'),
  }
}

function officeName(name: string, kind: string) {
  if (name.startsWith('Bưu điện')) return name
  if (kind === 'province') return `Bưu điện tỉnh ${name}`
  return kind === 'district' ? `Bưu điện ${name}` : `Bưu cục ${name}`
}

function policeUnit(line: Line): Row {
  return {
    id: line.text('id'),
    kind: 'police_unit',
    number: line.text('number'),
    name: line.text('name'),
    level: line.text('level'),
    desk: line.maybe('desk'),
    admin_unit_code: line.text('admin_unit_code'),
    agency_code: line.text('agency_code'),
    agency_code_is_ours: line.yes('agency_code_is_ours'),
    lead_post_office: line.text('lead_post_office'),
  }
}

function deliveryArea(line: Line): Row {
  return { commune_code: line.text('commune_code'), post_office: line.text('post_office'), basis: line.text('basis') }
}

function holiday(line: Line): Row {
  return {
    day: line.text('day'),
    name: line.text('name'),
    kind: line.text('kind'),
    is_verified: line.yes('is_verified'),
  }
}

function postageRate(line: Line): Row {
  return {
    zone: line.text('zone'),
    up_to_g: line.number('up_to_g'),
    amount: line.number('amount'),
    source: line.text('source'),
    is_verified: line.yes('is_verified'),
  }
}

function calendar(line: Line): Row {
  return {
    id: line.text('id'),
    name: line.text('name'),
    keeps_holidays: line.yes('keeps_holidays'),
    hours: weekOf(line.text('hours')),
    is_verified: line.yes('is_verified'),
  }
}

/** Of `promise_policies.csv`, which has a loader of its own. */
export function promisePolicy(line: Line): Row {
  return {
    clock: line.text('clock'),
    reading: line.text('reading'),
    amount: line.number('amount'),
    unit: line.text('unit'),
    calendar: line.text('calendar'),
    is_binding: line.yes('is_binding'),
    scope: line.maybe('scope'),
    excuses: line.maybe('excuses')?.split(' ') ?? [],
    source: line.text('source'),
  }
}

function hearer(line: Line): Row {
  return { level: line.text('level'), hearer: line.text('hearer') }
}

function watchSetting(line: Line): Row {
  return { watch: line.text('watch'), amount: line.number('amount'), meaning: line.text('meaning') }
}

function procedureField(line: Line): Row {
  return {
    id: line.text('id'),
    name: line.text('name'),
    hands: line.text('hands'),
    is_sensitive: line.yes('is_sensitive'),
  }
}

function zaloTemplate(line: Line): Row {
  return { kind: line.text('kind'), template_id: line.maybe('template_id') }
}
