import type { Knex } from 'knex'
import type { Changes } from '../kit/changes-between.ts'
import type { Cells } from '../kit/csv.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { sha256 } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { calendarSheet, unitCalendarSheet } from '../places/calendar-sheets.ts'
import { departureSheet } from '../places/departure-sheet.ts'
import { holidaySheet } from '../places/holiday-sheet.ts'
import { hearerSheet } from './hearer-sheet.ts'
import { type Asked, type Importable, importable, type Plan } from './importable.ts'
import { policySheet } from './policy-sheet.ts'
import { watchSheet } from './watch-sheet.ts'

/** The tables that promises stand on, as administrators exchange them. */
const sheets: readonly Importable[] = [
  importable(departureSheet),
  importable(holidaySheet),
  importable(calendarSheet),
  importable(unitCalendarSheet),
  importable(policySheet),
  importable(hearerSheet),
  importable(watchSheet),
]

/** A table by its name. Throws notFound. */
export function sheetNamed(name = ''): Importable {
  const sheet = sheets.find(one => one.name === name)
  if (!sheet) throw notFound('Không có bảng này.')
  return sheet
}

/**
 * Puts CSV into effect: everything or nothing, noted with who did it. `seen` is the mark of the preview that somebody agreed to;
 * null for programs. Running clocks keep their due times. Throws invalid line by line, conflict `changed_meanwhile`.
 */
export async function importSheet(
  db: Knex,
  sheet: Importable,
  { seen, ...asked }: Asked & { seen: string | null },
  { by, now }: { by: Actor; now: Date },
): Promise<Plan['shown']> {
  return db.transaction(async trx => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('buu-tram import'))`)
    const { shown, scopes, apply } = await sheet.plan(trx, asked, now)
    if (seen !== null && seen !== markOf(shown))
      throw conflict('changed_meanwhile', 'Dữ liệu vừa đổi sau khi xem trước. Xin xem lại rồi xác nhận.')
    await apply(trx)
    await audit(trx, { by, action: 'import', subject: sheet.name, detail: { ...counted(shown), scopes } }, now)
    return shown
  })
}

/** The same for the same changes. */
export const markOf = (shown: Changes<Cells>): string => sha256(JSON.stringify(shown)).toString('hex')

export const counted = ({ added, changed, removed }: Changes<Cells>) => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
})
