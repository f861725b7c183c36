import { z } from 'zod'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { counted, importSheet, sheetNamed } from './import-sheet.ts'

/** The tables that promises stand on, as CSV for programs. */
export function importRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(reading, ({ db, params }) => sheetNamed(params['table']).csv(db))

  on(importing, async ({ db, params, body, actor, now }) => {
    const sheet = sheetNamed(params['table'])
    const asked = { csv: body.csv, isWhole: body.whole }
    const shown = body.preview
      ? (await sheet.plan(db, asked, now)).shown
      : await importSheet(db, sheet, { ...asked, seen: null }, { by: actor, now })
    return { ...counted(shown), is_applied: !body.preview }
  })
  return { ...slice, on }
}

const reading = {
  method: 'get',
  path: '/imports/:table',
  summary: 'A table that promises stand on, as CSV',
  who: 'administer',
  reply: 'text/csv',
} as const

const importing = {
  method: 'post',
  path: '/imports/:table',
  summary: 'Replace what some CSV names in a table that promises stand on',
  who: 'administer',
  body: z.strictObject({ csv: z.string(), whole: z.boolean().default(false), preview: z.boolean().default(false) }),
  reply: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int(), is_applied: z.boolean() }),
} as const
