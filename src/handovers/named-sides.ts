import type { Knex } from 'knex'
import { bothSides, type Side } from './sides.ts'

/** A side with the names of its unit and, where it is a person, of the person. */
export type NamedSide = Side & { unit_name: string; name: string | null }

/** Joins the names to crossings that are called `crossing`; they are `nameColumns`. */
export const withNames = (query: Knex.QueryBuilder) =>
  query
    .join('units as giver_office', 'giver_office.id', 'crossing.giver_unit')
    .join('units as taker_office', 'taker_office.id', 'crossing.taker_unit')
    .leftJoin('people as giving', 'giving.id', 'crossing.giver_person')
    .leftJoin('people as taking', 'taking.id', 'crossing.taker_person')

export const sideColumns = ['giver_kind', 'giver_unit', 'giver_person', 'taker_kind', 'taker_unit', 'taker_person']
export const nameColumns = {
  giver_unit_name: 'giver_office.name',
  taker_unit_name: 'taker_office.name',
  giver_name: 'giving.name',
  taker_name: 'taking.name',
}

export type NamedRow = Parameters<typeof bothSides>[0] &
  Record<'giver_unit_name' | 'taker_unit_name', string> &
  Record<'giver_name' | 'taker_name', string | null>

/** The two sides of a row, by name. */
export function namedSides(row: NamedRow): { giver: NamedSide; taker: NamedSide } {
  const { giver, taker } = bothSides(row)
  return {
    giver: { ...giver, unit_name: row.giver_unit_name, name: row.giver_name },
    taker: { ...taker, unit_name: row.taker_unit_name, name: row.taker_name },
  }
}
