import { z } from 'zod'
import type { HearersRow } from '../../db/tables.ts'
import { oneOf } from '../kit/fields.ts'
import type { Sheet } from '../platform/sheet.ts'

const levels: Record<HearersRow['level'], true> = {
  at_risk: true,
  missed: true,
  breach: true,
  breach_day: true,
  watch: true,
}
const hearers: Record<HearersRow['hearer'], true> = {
  holder: true,
  lead: true,
  desk: true,
  post_province: true,
  police_province: true,
}

const choice = <T extends object>(of: T) => oneOf(of, `Xin ghi một trong: ${Object.keys(of).join(', ')}.`)

/** Who hears of which level. An import replaces the levels it names. */
export const hearerSheet: Sheet<HearersRow> = {
  name: 'hearers',
  line: z.object({ level: choice(levels), hearer: choice(hearers) }),
  write: row => row,
  key: ['level', 'hearer'],
  scope: ({ level }) => level,
  present: db => db('hearers').orderBy(['level', 'hearer']).select('level', 'hearer'),
  async apply(trx, { added, removed }) {
    for (const row of removed) await trx('hearers').where(row).delete()
    if (added.length) await trx('hearers').insert(added)
  },
}
