import { weekOf } from '../src/places/week.ts'
import type { Line } from './read-csv.ts'

export type Row = Record<string, unknown>
/** How each column is filled: read from the cell of that name, or worked out of the line. */
type Columns = Record<string, keyof Line | ((line: Line) => unknown)>
type File = { file: string; table: string; columns: Columns; scope?: (row: Row) => string }

const inForceSince = (day: string) => () => day

/** In the order of their foreign keys. What an administrator imported of a `scope` is all there is of it. */
export const files: readonly File[] = [
  {
    file: 'admin_units.csv',
    table: 'admin_units',
    columns: {
      code: 'text',
      level: 'text',
      name: 'text',
      kind: 'text',
      parent_code: 'maybe',
      valid_from: inForceSince('2004-01-01'),
    },
  },
  {
    file: 'merger_2025-07-01.csv',
    table: 'admin_unit_mergers',
    columns: {
      old_code: 'text',
      new_code: 'text',
      new_name: 'text',
      new_kind: 'text',
      new_parent_code: 'text',
      effective_on: inForceSince('2025-07-01'),
    },
  },
  {
    file: 'post_offices.csv',
    table: 'units',
    columns: {
      id: line => line.text('code'),
      kind: () => 'post_office',
      number: line => line.text('code'),
      name: officeName,
      level: line => line.text('kind'),
      admin_unit_code: line => line.text('district_code'),
      district_code: 'text',
      address: 'maybe',
      phone: 'maybe',
    },
  },
  {
    file: 'police_units.csv',
    table: 'units',
    columns: {
      kind: () => 'police_unit',
      id: 'text',
      number: 'text',
      name: 'text',
      level: 'text',
      desk: 'maybe',
      admin_unit_code: 'text',
      agency_code: 'text',
      agency_code_is_ours: 'yes',
      lead_post_office: 'text',
    },
  },
  {
    file: 'delivery_areas.csv',
    table: 'delivery_areas',
    columns: { commune_code: 'text', post_office: 'text', basis: 'text' },
  },
  {
    file: 'holidays.csv',
    table: 'holidays',
    columns: { day: 'text', name: 'text', kind: 'text', is_verified: 'yes' },
    scope: ({ day }) => String(day).slice(0, 4),
  },
  {
    file: 'postage_rates.csv',
    table: 'postage_rates',
    columns: { zone: 'text', up_to_g: 'number', amount: 'number', source: 'text', is_verified: 'yes' },
  },
  {
    file: 'calendars.csv',
    table: 'calendars',
    columns: {
      id: 'text',
      name: 'text',
      keeps_holidays: 'yes',
      is_verified: 'yes',
      hours: line => weekOf(line.text('hours')),
    },
  },
  {
    file: 'hearers.csv',
    table: 'hearers',
    columns: { level: 'text', hearer: 'text' },
    scope: ({ level }) => String(level),
  },
  {
    file: 'watch_settings.csv',
    table: 'watch_settings',
    columns: { watch: 'text', amount: 'number', meaning: 'text' },
  },
  {
    file: 'procedure_fields.csv',
    table: 'procedure_fields',
    columns: { id: 'text', name: 'text', hands: 'text', is_sensitive: 'yes' },
  },
  {
    file: 'zalo_templates.csv',
    table: 'zalo_templates',
    columns: { kind: 'text', template_id: 'maybe' },
  },
]

/** Of `promise_policies.csv`, which has a loader of its own. */
export const policyColumns: Columns = {
  clock: 'text',
  reading: 'text',
  amount: 'number',
  unit: 'text',
  calendar: 'text',
  is_binding: 'yes',
  scope: 'maybe',
  source: 'text',
  excuses: line => line.maybe('excuses')?.split(' ') ?? [],
}

/** The row of a line. Throws where a column is missing, or empty that must not be. */
export const rowOf =
  (columns: Columns) =>
  (line: Line): Row =>
    Object.fromEntries(
      Object.entries(columns).map(([name, read]) => [name, typeof read === 'string' ? line[read](name) : read(line)]),
    )

function officeName(line: Line): string {
  const [name, kind] = [line.text('name'), line.text('kind')]
  if (name.startsWith('Bưu điện')) return name
  if (kind === 'province') return `Bưu điện tỉnh ${name}`
  return kind === 'district' ? `Bưu điện ${name}` : `Bưu cục ${name}`
}
