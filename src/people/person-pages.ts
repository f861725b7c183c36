import type Router from '@koa/router'
import type { Knex } from 'knex'
import { LinkPage } from '../../templates/admin/link-page.tsx'
import { PersonPage } from '../../templates/admin/person-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { localDate } from '../kit/time.ts'
import type { House } from '../platform/house.ts'
import { addAssignment } from './add-assignment.ts'
import { assignmentForm } from './assignment-form.ts'
import { disablePerson } from './disable-person.ts'
import { enablePerson } from './enable-person.ts'
import { endAssignment } from './end-assignment.ts'
import { formOutcome } from './form-outcome.ts'
import { type PageCall, pages } from './pages.ts'
import { renewSetUpLink } from './renew-set-up-link.ts'
import { staffMember } from './staff.ts'
import { unitChoices } from './unit-choices.ts'

const path = '/staff/admin/people/:id'

/** One account: its roles, its set-up link, and whether it is open. */
export function personPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db, publicUrl } = house

  /** One change to the account: done, or shown with what stands against it. */
  const change = (below: string, done: string, work: (id: string, call: PageCall) => Promise<void>) =>
    post(`${path}/${below}`, 'administer', async call => {
      const { id } = await staffMember(db, idOf(call), call.now)
      const outcome = await formOutcome(() => work(id, call))
      if ('errors' in outcome) return show(db, call, outcome.errors)
      call.goTo(`/staff/admin/people/${id}?done=${done}`)
    })

  get(path, 'administer', call => show(db, call))

  change('assignments', 'added', async (person, { form: { role = '', unit = '' }, actor, now }) => {
    const assignment = parse(assignmentForm, { role, unit })
    await addAssignment(db, { person, ...assignment }, { by: actor, now })
  })
  change('assignments/:assignment/end', 'ended', (person, { params, actor, now }) =>
    endAssignment(db, { person, assignment: idIn(params, 'assignment') }, { by: actor, now }),
  )
  change('disabling', 'disabled', (id, { actor, now }) => disablePerson(db, id, { by: actor, now }))
  change('enabling', 'enabled', (id, { actor, now }) => enablePerson(db, id, { by: actor, now }))

  post(`${path}/set-up-link`, 'administer', async call => {
    const { actor, now, frame } = call
    const person = await staffMember(db, idOf(call), now)
    const outcome = await formOutcome(() => renewSetUpLink(db, person.id, { by: actor, now }))
    if ('errors' in outcome) return show(db, call, outcome.errors)
    const link = `${publicUrl}/staff/set-up/${outcome.done}`
    call.show(LinkPage({ frame, title: 'Liên kết thiết lập mới', person, link }), 201)
  })
  return router
}

async function show(db: Knex, call: PageCall, errors: FieldError[] = []) {
  const [person, units] = await Promise.all([
    staffMember(db, idOf(call), call.now),
    unitChoices(db, localDate(call.now)),
  ])
  const { frame, form: values, query } = call
  const isSelf = person.id === call.actor.id
  call.show(
    PersonPage({ frame, person, isSelf, units, values, errors, done: query['done'] }),
    errors.length ? 422 : 200,
  )
}

const idOf = ({ params }: PageCall) => idIn(params)
