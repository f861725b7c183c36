import type { Knex } from 'knex'

/** Both ends, the district offices of their districts, and the provincial office: an arrival elsewhere is misrouted. */
export async function officesBetween(db: Knex, from: string, to: string): Promise<string[]> {
  const rows = await db('units')
    .where({ kind: 'post_office' })
    .where(way =>
      way
        .whereIn('id', [from, to])
        .orWhere({ level: 'province' })
        .orWhere(hub =>
          hub
            .where({ level: 'district' })
            .whereIn('district_code', db('units').whereIn('id', [from, to]).select('district_code')),
        ),
    )
    .orderBy('id')
    .select('id')
  return rows.map(row => row.id)
}
