import type Router from '@koa/router'
import { validate } from 'uuid'
import { CallsPage } from '../../templates/messages/calls-page.tsx'
import { DeadLettersPage } from '../../templates/messages/dead-letters-page.tsx'
import { DossierMessagesPage } from '../../templates/messages/dossier-messages-page.tsx'
import { SettingsPage } from '../../templates/messages/settings-page.tsx'
import { readDossier } from '../dossiers/read-dossier.ts'
import type { FieldError } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { may } from '../people/may.ts'
import { type PageCall, type Pages, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { allowDossier } from './allow-dossier.ts'
import { callList } from './call-list.ts'
import { changeMailbox, mailboxForm } from './change-mailbox.ts'
import { changeSettings, settingsForm } from './change-settings.ts'
import { changeTemplates, readTemplates } from './change-templates.ts'
import { configured } from './channels.ts'
import { deadLetters } from './dead-letters.ts'
import { dossierMessages } from './dossier-messages.ts'
import { sendAgain } from './send-again.ts'
import { settingsOnScreen } from './settings-on-screen.ts'
import { callOutcome, settleCall } from './settle-call.ts'
import { stopDossier } from './stop-dossier.ts'

/** Whom to call; messages that nobody got; what the people of a dossier were told; how people are written to. */
export function staffPages(house: House): Router {
  const all = pages(house)
  for (const part of [callPages, deadLetterPages, dossierPages, settingsPages]) part(house, all)
  return all.router
}

function callPages({ db, hotline, keys }: House, { get, post }: Pages) {
  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, actor, now } = call
    const calls = await callList(db, { by: actor, now, hotline, keys })
    call.show(CallsPage({ frame, calls, values: form, errors, done: query['done'] }), errors.length ? 422 : 200)
  }

  get('/staff/calls', 'call people', call => show(call))

  post('/staff/calls/:id', 'call people', async call => {
    const { form, actor, now, params } = call
    const id = idIn(params)
    const outcome = await formOutcome(() => {
      const { outcome = '', note } = form
      const said = parse(callOutcome, { outcome, ...(note?.trim() && { note }) })
      return settleCall(db, { ...said, id }, { by: actor, now })
    })
    if ('errors' in outcome) return show(call, outcome.errors.map(at(id)))
    call.goTo(`/staff/calls?done=${form['outcome'] === 'done' ? 'told' : 'later'}`)
  })
}

/** Each call has a form of its own on the page. */
const at =
  (id: string) =>
  (error: FieldError): FieldError => ({ ...error, pointer: `/${id}${error.pointer}` })

const pageful = 50

function deadLetterPages({ db }: House, { get, post }: Pages) {
  get('/staff/messages', 'read messages', async ({ frame, actor, query, show }) => {
    const after = validate(query['after']) ? query['after'] : undefined
    const letters = await deadLetters(db, { limit: pageful, after })
    show(DeadLettersPage({ frame, ...letters, mayResend: may(actor, 'send again'), done: query['done'] }))
  })

  post('/staff/messages/:id/sending', 'send again', async ({ params, actor, now, goTo }) => {
    const outcome = await formOutcome(() => sendAgain(db, idIn(params), { by: actor, now }))
    goTo(`/staff/messages?done=${'done' in outcome ? 'again' : 'gone'}`)
  })
}

function dossierPages({ db, keys }: House, { get, post }: Pages) {
  const asked = ({ params, actor, now }: PageCall) => readDossier(db, String(params['reference']), { by: actor, now })

  get('/staff/dossiers/:reference/messages', 'read dossiers', async call => {
    const { frame, actor, query } = call
    const dossier = await asked(call)
    const told = await dossierMessages(db, dossier, keys)
    const rights = { mayStop: may(actor, 'stop messages') }
    call.show(DossierMessagesPage({ frame, reference: dossier.reference, ...told, ...rights, done: query['done'] }))
  })

  for (const [wish, obey] of [
    ['stop', stopDossier],
    ['allow', allowDossier],
  ] as const)
    post(`/staff/dossiers/:reference/messages/${wish}`, 'stop messages', async call => {
      const dossier = await asked(call)
      await obey(db, dossier, { by: call.actor, now: call.now, keys })
      call.goTo(`/staff/dossiers/${dossier.reference}/messages?done=${wish}`)
    })
}

function settingsPages({ db, providers }: House, { get, post }: Pages) {
  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, now } = call
    const settings = await settingsOnScreen(db, now)
    const shown = { frame, ...settings, machines: [...configured(providers)] }
    const values = errors.length ? form : {}
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
  sent('templates', ({ form, actor, now }) => changeTemplates(db, readTemplates(form), { by: actor, now }))
  sent('mailbox', ({ form, actor, now }) => changeMailbox(db, parse(mailboxForm, form), { by: actor, now }))
}
