import type Router from '@koa/router'
import { HandoverPage } from '../../templates/handovers/handover-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { unfoldBags } from '../custody/unfold-bags.ts'
import { codesIn } from '../custody/written-codes.ts'
import { DomainError, type FieldError, invalid } from '../kit/errors.ts'
import { idIn, parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import type { GuessLimit } from '../people/guess-limit.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { acceptHandover } from './accept-handover.ts'
import { cancelHandover } from './cancel-handover.ts'
import { closeDifference } from './close-difference.ts'
import { handoverOnScreen, tallyOf } from './handover-on-screen.ts'
import { onForm, readAcceptance } from './read-forms.ts'
import { reason } from './schemas.ts'
import { signingPerson } from './signing-person.ts'

/** One sheet: what is on it, the taker's form with its counters, taking it back, and what was short or over. */
export function acceptancePages(house: WorkingHouse & { signInLimit: GuessLimit }): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, at = '', errors: FieldError[] = [], tally = false) => {
    const { frame, form, query, actor, now } = call
    const shown = await handoverOnScreen(db, idIn(call.params), actor)
    const { codes } = await unfoldBags(db, codesIn(form['codes'] ?? ''))
    const page = { ...shown, tally: tally ? tallyOf(shown, codes) : null, at, now, frame }
    const values = { ...form, request_id: form['request_id'] ?? newRequestId(), 'signer.password': '' }
    call.show(HandoverPage({ ...page, values, errors: onForm(errors), done: query['done'] }), errors.length ? 422 : 200)
  }

  get('/staff/handovers/:id', 'read hand-overs', call => show(call))

  const sent = ({ path, who, done, at, work }: SheetForm) =>
    post(`/staff/handovers/:id${path}`, who, async call => {
      const outcome = await formOutcome(() => work(house, call).catch(tooOftenInTheForm))
      if ('errors' in outcome) return show(call, at(call), outcome.errors, at(call) === 'acceptance')
      call.goTo(`/staff/handovers/${idIn(call.params)}?done=${done}`)
    })

  post('/staff/handovers/:id/tally', 'hand over', call => show(call, 'acceptance', [], true))
  for (const form of forms) sent(form)
  return router
}

type Signing = WorkingHouse & { signInLimit: GuessLimit }
type SheetForm = {
  path: string
  who: 'hand over' | 'settle hand-over'
  /** What the page says afterwards, and which of its forms was sent. */
  done: string
  at: (call: PageCall) => string
  work: (house: Signing, call: PageCall) => Promise<unknown>
}

const forms: readonly SheetForm[] = [
  { path: '/acceptance', who: 'hand over', done: 'acceptance', at: () => 'acceptance', work: accept },
  { path: '/cancellation', who: 'settle hand-over', done: 'cancellation', at: () => 'cancellation', work: cancel },
  {
    path: '/differences/:difference',
    who: 'settle hand-over',
    done: 'closing',
    at: ({ params }) => String(params['difference']),
    work: close,
  },
]

async function accept(house: Signing, call: PageCall) {
  const { form, actor, now, ctx, params } = call
  const { signer, ...said } = readAcceptance(form)
  const asking = { actor, address: ctx.ip, now, limit: house.signInLimit }
  const id = idIn(params)
  const by = await signingPerson(house.db, { id, mode: said.mode, signer }, asking)
  await once(house, call, `page acceptance ${id}`, async trx => {
    await acceptHandover(trx, { id, ...said }, doingOf(house, { actor: by, now }), { entering: actor })
    return id
  })
}

const reasonIn = ({ form }: PageCall) => parse(reason, { reason: form['reason'] ?? '' })

function cancel(house: Signing, call: PageCall) {
  return cancelHandover(house.db, { id: idIn(call.params), ...reasonIn(call) }, doingOf(house, call))
}

function close({ db }: Signing, call: PageCall) {
  const [handover, id] = [idIn(call.params), idIn(call.params, 'difference')]
  return closeDifference(db, { handover, id, ...reasonIn(call) }, { by: call.actor, now: call.now })
}

/** Too many guesses belong to the field in which they were made: the page stays. */
function tooOftenInTheForm(error: unknown): never {
  if (error instanceof DomainError && error.kind === 'tooMany')
    throw invalid([{ pointer: '/signer/password', detail: error.message }], error.code)
  throw error
}
