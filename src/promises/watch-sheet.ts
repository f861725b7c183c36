import { z } from 'zod'
import type { WatchSettingsRow } from '../../db/tables.ts'
import { cell, words } from '../kit/cells.ts'
import { oneOf } from '../kit/fields.ts'
import { day, minute } from '../kit/time.ts'
import type { Fault, Sheet } from '../platform/sheet.ts'

type Setting = WatchSettingsRow['watch']
/** What each is in minutes of: a span of time, or the time of day by which something has to be done. */
const settings: Record<Setting, 'span' | 'time of day'> = {
  unaccepted: 'span',
  silent_courier: 'span',
  silent_carrier: 'span',
  silent_bag: 'span',
  uncounted: 'time of day',
  round_open: 'time of day',
  messages_stuck: 'span',
  tick_late: 'span',
}

const most = (30 * day) / minute
const minutes = cell(
  text => (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= most ? Number(text) : null),
  `Xin ghi số phút, từ 1 đến ${most}.`,
)

/** From when on somebody hears of what is watched beside clocks. What is watched is always the same; how long changes. */
export const watchSheet: Sheet<WatchSettingsRow> = {
  name: 'watch_settings',
  line: z.object({
    watch: oneOf(settings, `Xin ghi một trong: ${Object.keys(settings).join(', ')}.`),
    amount: minutes,
    meaning: words(),
  }),
  write: ({ amount, ...row }) => ({ ...row, amount: String(amount) }),
  key: ['watch'],
  scope: ({ watch }) => watch,
  isFixed: true,
  present: db => db('watch_settings').orderBy('watch').select('watch', 'amount', 'meaning'),
  check: async (_, said): Promise<Fault[]> =>
    said
      .filter(({ row: { watch, amount } }) => settings[watch] === 'time of day' && amount >= day / minute)
      .map(({ at }) => ({ at, detail: 'cột amount: Giờ trong ngày chỉ đến phút 1439.' })),
  async apply(trx, { added, changed }) {
    const rows = [...added, ...changed.map(({ after }) => after)]
    if (rows.length) await trx('watch_settings').insert(rows).onConflict('watch').merge()
  },
}
