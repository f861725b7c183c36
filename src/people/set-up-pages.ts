import type Router from '@koa/router'
import { SetUpPage } from '../../templates/people/set-up.tsx'
import { invalid } from '../kit/errors.ts'
import type { House } from '../platform/house.ts'
import { formOutcome } from './form-outcome.ts'
import { pages } from './pages.ts'
import { personOfSetUpLink, useSetUpLink } from './use-set-up-link.ts'

/** Behind a one-time link: a person chooses the password that nobody else ever sees. */
export function setUpPages(house: House): Router {
  const { db } = house
  const { router, get, post } = pages(house)

  get('/staff/set-up/:token', 'anyone', async ({ frame, params, now, show }) => {
    show(SetUpPage({ frame, person: await personOfSetUpLink(db, String(params['token']), now) }))
  })

  post('/staff/set-up/:token', 'anyone', async ({ frame, params, form, now, show, goTo }) => {
    const token = String(params['token'])
    const person = await personOfSetUpLink(db, token, now)
    const outcome = await formOutcome(() => useSetUpLink(db, { token, password: typedTwice(form) }, now))
    if ('errors' in outcome) return show(SetUpPage({ frame, person, sent: outcome }), 422)
    goTo('/staff/sign-in?set-up=done')
  })
  return router
}

function typedTwice({ password = '', repeated }: Record<string, string>): string {
  if (password !== repeated) throw invalid([{ pointer: '/repeated', detail: 'Hai lần gõ chưa giống nhau.' }])
  return password
}
