import type Router from '@koa/router'
import { SettingsPage } from '../../templates/messages/settings-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { unitChoices } from '../people/unit-choices.ts'
import type { House } from '../platform/house.ts'
import { changeMailbox, changeSettings, changeTemplates, mailboxForm, settingsForm } from './change-settings.ts'
import { configured } from './channels.ts'
import { messageSettings } from './settings.ts'

/** How people are written to: quiet hours and letters, Zalo's templates, the mailboxes of units. */
export function settingsPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db, providers } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, now } = call
    const [settings, templates, units, mailboxes] = await Promise.all([
      messageSettings(db),
      db('zalo_templates').orderBy('kind').select('kind', 'template_id'),
      unitChoices(db, localDate(now)),
      db('units').whereNotNull('email').orderBy('number').select('id', 'name', 'email'),
    ])
    const values = errors.length ? form : {}
    const shown = { frame, settings, templates, units, mailboxes, machines: [...configured(providers)] }
    call.show(SettingsPage({ ...shown, values, errors, done: query['done'] }), errors.length ? 422 : 200)
  }

  get('/staff/admin/messages', 'administer', call => show(call))

  const sent = (name: string, change: (call: PageCall) => Promise<void>) =>
    post(`/staff/admin/messages/${name}`, 'administer', async call => {
      const outcome = await formOutcome(() => change(call))
      if ('errors' in outcome) return show(call, outcome.errors)
      call.goTo(`/staff/admin/messages?done=${name}`)
    })
  sent('settings', ({ form, actor, now }) => changeSettings(db, parse(settingsForm, form), { by: actor, now }))
  sent('templates', ({ form, actor, now }) => changeTemplates(db, form['templates'] ?? '', { by: actor, now }))
  sent('mailbox', ({ form, actor, now }) => changeMailbox(db, parse(mailboxForm, form), { by: actor, now }))
  return router
}
