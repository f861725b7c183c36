import type Router from '@koa/router'
import { validate } from 'uuid'
import { DeadLettersPage } from '../../templates/messages/dead-letters-page.tsx'
import { DossierMessagesPage } from '../../templates/messages/dossier-messages-page.tsx'
import { readDossier } from '../dossiers/read-dossier.ts'
import { idIn } from '../kit/parse.ts'
import { audit } from '../people/audit.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { may } from '../people/may.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { deadLetters, sendAgain } from './dead-letters.ts'
import { dossierMessages } from './dossier-messages.ts'
import { allowDossier, stopDossier } from './stop-messages.ts'

const pageful = 50

/** Messages that nobody got; and what the people of one dossier were told, with the way to hear nothing more. */
export function messagePages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db, keys } = house

  get('/staff/messages', 'read messages', async ({ frame, actor, query, show }) => {
    const after = validate(query['after']) ? query['after'] : undefined
    const letters = await deadLetters(db, { limit: pageful, after })
    show(DeadLettersPage({ frame, ...letters, mayResend: may(actor, 'send again'), done: query['done'] }))
  })

  post('/staff/messages/:id/sending', 'send again', async ({ params, actor, now, goTo }) => {
    const outcome = await formOutcome(() => sendAgain(db, idIn(params), { by: actor, now }))
    goTo(`/staff/messages?done=${'done' in outcome ? 'again' : 'gone'}`)
  })

  get('/staff/dossiers/:reference/messages', 'read dossiers', async call => {
    const { frame, actor, now, query } = call
    const dossier = await readDossier(db, referenceOf(call), { by: actor, now })
    const told = await dossierMessages(db, dossier, keys)
    const { reference } = dossier
    call.show(
      DossierMessagesPage({ frame, reference, ...told, mayStop: may(actor, 'stop messages'), done: query['done'] }),
    )
  })

  for (const wish of ['stop', 'allow'] as const)
    post(`/staff/dossiers/:reference/messages/${wish}`, 'stop messages', async call => {
      const { actor: by, now } = call
      const { id, reference } = await readDossier(db, referenceOf(call), { by, now })
      if (wish === 'stop') await stopDossier(db, id, { by: by.id, now, keys })
      else await allowDossier(db, id, keys)
      await audit(db, { by, action: `${wish} messages`, subject: reference }, now)
      call.goTo(`/staff/dossiers/${reference}/messages?done=${wish}`)
    })
  return router
}

const referenceOf = ({ params }: PageCall) => String(params['reference'])
