import type Router from '@koa/router'
import { ImportPage } from '../../templates/admin/import-page.tsx'
import { pageOfSheet } from '../../templates/admin/sheet-words.ts'
import type { FieldError } from '../kit/errors.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { importSheet, markOf, sheetNamed } from './import-sheet.ts'
import type { Plan } from './importable.ts'

/** Pasting CSV: first what it would change, then, when that is confirmed, the change; and the present as the same CSV. */
export function importPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = (call: PageCall, errors: FieldError[] = [], shown: Plan['shown'] | null = null) => {
    const { frame, form: values, params } = call
    const preview = shown && { ...shown, mark: markOf(shown) }
    const page = ImportPage({ frame, sheet: sheetNamed(params['table']), values, errors, preview })
    call.show(page, errors.length ? 422 : 200)
  }

  get('/staff/admin/promises/:table/csv', 'administer', async ({ params, ctx }) => {
    const sheet = sheetNamed(params['table'])
    ctx.attachment(`${sheet.name}.csv`)
    ctx.type = 'text/csv; charset=utf-8'
    // Excel takes CSV without this mark for another alphabet.
    ctx.body = `\uFEFF${await sheet.csv(db)}`
  })

  get('/staff/admin/promises/:table/import', 'administer', async call => show(call))

  post('/staff/admin/promises/:table/import', 'administer', async call => {
    const { form, params, actor, now } = call
    const sheet = sheetNamed(params['table'])
    const asked = { csv: form['csv'] ?? '', isWhole: form['whole'] === 'yes' }
    const planned = await formOutcome(() => sheet.plan(db, asked, now), { malformed: '/csv' })
    if ('errors' in planned) return show(call, planned.errors)
    if (!form['seen']) return show(call, [], planned.done.shown)
    const seen = form['seen']
    const outcome = await formOutcome(() => importSheet(db, sheet, { ...asked, seen }, { by: actor, now }))
    if ('errors' in outcome) return show(call, outcome.errors, planned.done.shown)
    call.goTo(`${pageOfSheet(sheet.name)}?done=${sheet.name}`)
  })
  return router
}
