import type Router from '@koa/router'
import { LinkPage } from '../../templates/admin/link-page.tsx'
import { NewPersonPage } from '../../templates/admin/new-person-page.tsx'
import { StaffListPage } from '../../templates/admin/staff-list-page.tsx'
import type { FieldError } from '../kit/errors.ts'
import { pageNumber, pagesFor } from '../kit/paging.ts'
import { parse } from '../kit/parse.ts'
import { tidy } from '../kit/text.ts'
import { localDate } from '../kit/time.ts'
import type { House } from '../platform/house.ts'
import { personForm } from './assignment-form.ts'
import { createPerson } from './create-person.ts'
import { formOutcome } from './form-outcome.ts'
import { noteSearch } from './note-search.ts'
import { type PageCall, pages } from './pages.ts'
import { staff } from './staff.ts'
import { unitChoices } from './unit-choices.ts'

const pageful = 40

/** The accounts of staff, and the way to a new one. */
export function adminPages(house: House): Router {
  const { router, get, post } = pages(house)
  const { db, publicUrl } = house

  get('/staff/admin', 'administer', async ({ query, frame, actor, now, ...call }) => {
    const q = tidy(query['q'] ?? '')
    const page = pageNumber(query['page'])
    const { members, total } = await staff(db, { q, limit: pageful, offset: (page - 1) * pageful }, now)
    await noteSearch(db, { among: 'people', words: q, found: members.length }, { by: actor, now })
    call.show(StaffListPage({ frame, q, members, total, page, pages: pagesFor(total, pageful) }))
  })

  const ask = async (call: PageCall, errors: FieldError[] = []) => {
    const units = await unitChoices(db, localDate(call.now))
    call.show(NewPersonPage({ frame: call.frame, units, values: call.form, errors }), errors.length ? 422 : 200)
  }

  get('/staff/admin/people/new', 'administer', call => ask(call))

  post('/staff/admin/people/new', 'administer', async call => {
    const { form, actor, now, frame } = call
    const { name = '', username = '', role = '', unit = '' } = form
    const outcome = await formOutcome(async () => {
      const person = parse(personForm, { name, username, role, unit })
      return { ...person, ...(await createPerson(db, person, { by: actor, now })) }
    })
    if ('errors' in outcome) return ask(call, outcome.errors)
    const { id, token, ...person } = outcome.done
    const link = `${publicUrl}/staff/set-up/${token}`
    call.show(LinkPage({ frame, title: 'Đã tạo tài khoản', person: { id, ...person }, link }), 201)
  })
  return router
}
