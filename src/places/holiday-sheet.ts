import { z } from 'zod'
import type { HolidaysRow } from '../../db/tables.ts'
import { cell, words, yesOrNo, yesWords } from '../kit/cells.ts'
import { oneOf } from '../kit/fields.ts'
import { writtenDay } from '../kit/written-day.ts'
import type { Sheet } from '../platform/sheet.ts'

/** Of a day that is not as its weekday. */
const kinds = { off: 'nghỉ', working: 'làm bù' } as const

/** Days off and days worked in exchange. An import replaces the years it names. */
export const holidaySheet: Sheet<HolidaysRow> = {
  name: 'holidays',
  line: z.object({
    day: cell(writtenDay, 'Xin ghi ngày dạng 2026-12-31 hoặc 31/12/2026.'),
    name: words(),
    kind: oneOf(kinds, 'Xin ghi off (nghỉ) hoặc working (làm bù).'),
    is_verified: yesOrNo,
  }),
  write: ({ is_verified, ...row }) => ({ ...row, is_verified: yesWords(is_verified) }),
  key: ['day'],
  scope: ({ day }) => day.slice(0, 4),
  present: db => db('holidays').orderBy('day').select('day', 'name', 'kind', 'is_verified'),
  async apply(trx, { added, changed, removed }) {
    await trx('holidays')
      .whereIn(
        'day',
        [...removed, ...changed.map(({ before }) => before)].map(({ day }) => day),
      )
      .delete()
    const rows = [...added, ...changed.map(({ after }) => after)]
    if (rows.length) await trx('holidays').insert(rows)
  },
}
