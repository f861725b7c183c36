import type { Knex } from 'knex'

export type Range = {
  id: number
  office_id: string
  office: string
  prefix: string
  country: string
  first_serial: number
  last_serial: number
  next_serial: number
  granted_by: string
  granted_at: Date
}

/** All granted ranges by office, those that can still be drawn from first. */
export const ranges = (db: Knex): Promise<Range[]> =>
  db('item_code_ranges')
    .join('units', 'units.id', 'item_code_ranges.office_id')
    .orderByRaw('item_code_ranges.next_serial > item_code_ranges.last_serial')
    .orderBy('units.number')
    .orderBy('item_code_ranges.id')
    .select(
      'item_code_ranges.id',
      'item_code_ranges.office_id',
      'units.name as office',
      'prefix',
      'country',
      'first_serial',
      'last_serial',
      'next_serial',
      'granted_by',
      'granted_at',
    )
