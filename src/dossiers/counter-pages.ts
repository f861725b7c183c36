import type Router from '@koa/router'
import { FinderPage } from '../../templates/counter/finder-page.tsx'
import { IntakePage } from '../../templates/counter/intake-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { type FieldError, forbidden } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { newRequestId, once } from '../people/once.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { unitsToActAt } from '../people/unit-named.ts'
import type { House } from '../platform/house.ts'
import { findProcedure } from './find-procedure.ts'
import { intakeChoices } from './intake-choices.ts'
import { usualIntake } from './intake-defaults.ts'
import { filledFrom, intakeOf, scannedCard, type Typed } from './intake-form.ts'
import { nextOfFamily } from './next-of-family.ts'
import { type IntakePlan, planIntake } from './plan-intake.ts'
import { intakePlaces, readIntake } from './read-intake.ts'
import { takeIn } from './take-in.ts'

type Shown = { values: Typed; errors?: readonly FieldError[]; plan?: IntakePlan; card?: 'read' | 'name bent' }

/** Where dossiers come in: over a counter, and at a desk those whose results the post brings home. One form serves both. */
export function counterPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  get('/staff/counter', 'take in', call => finder(house, call))
  for (const place of ['counter', 'desk']) {
    get(`/staff/${place}/new`, 'take in', call => emptyForm(house, call))
    post(`/staff/${place}/new`, 'take in', call => sentForm(house, call))
    post(`/staff/${place}/quote`, 'take in', call => quote(house, call))
  }
  return router
}

const baseOf = (call: PageCall) => (unitsOf(call)[0]?.unit_kind === 'police_unit' ? '/staff/desk' : '/staff/counter')

/** Where this person may take in on this page: at counters or at desks, at the other where there is none. */
function unitsOf({ actor, ctx }: PageCall) {
  const [counters, desks] = [
    unitsToActAt(actor, 'take in', 'post_office'),
    unitsToActAt(actor, 'take in', 'police_unit'),
  ]
  const [here, other] = ctx.path.startsWith('/staff/desk') ? [desks, counters] : [counters, desks]
  return here.length ? here : other
}

/** The one that was chosen, else the first: what the form shows until one is. */
function unitOf(call: PageCall): string {
  const chosen = call.form['unit'] ?? call.query['unit']
  const unit = unitsOf(call).find(one => one.unit === chosen) ?? unitsOf(call)[0]
  if (!unit) throw forbidden()
  return unit.unit
}

async function choicesFor({ db }: House, call: PageCall, key = '') {
  const units = unitsOf(call).map(({ unit, unit_name }) => ({ value: unit, text: unit_name ?? unit }))
  return { ...(await intakeChoices(db, key, unitOf(call), localDate(call.now))), units }
}

async function finder({ db }: House, call: PageCall) {
  const { q = '', next_to = '' } = call.query
  const found = await findProcedure(db, q, unitOf(call))
  call.show(FinderPage({ frame: call.frame, base: baseOf(call), next_to, ...found }))
}

async function emptyForm(house: House, call: PageCall) {
  const { procedure, next_to } = call.query
  if (!procedure) return finder(house, call)
  const choices = await choicesFor(house, call, procedure)
  const family = next_to ? await nextOfFamily(house.db, next_to, { by: call.actor, now: call.now }) : {}
  show(call, choices, { values: { ...usualIntake(choices), ...family } })
}

function show(
  call: PageCall,
  choices: Awaited<ReturnType<typeof choicesFor>>,
  { errors = [], values, ...shown }: Shown,
) {
  const request_id = values['request_id'] ?? newRequestId()
  const filled = { ...choices, ...shown, errors, values: { ...values, request_id } }
  call.show(IntakePage({ frame: call.frame, base: baseOf(call), ...filled }), errors.length ? 422 : 200)
}

async function sentForm(house: WorkingHouse, call: PageCall) {
  const choices = await choicesFor(house, call, call.form['procedure'])
  const scanned = scannedCard(call.form)
  if (scanned) {
    const card = scanned.card.name === null ? 'name bent' : 'read'
    return show(call, choices, { values: filledFrom(scanned, call.form), card })
  }
  const intake = () => readIntake(intakeOf(call.form), choices.documents)
  const outcome = await formOutcome(
    () => once(house, call, 'page intake', trx => takeIn(trx, intake(), doingOf(house, call))),
    intakePlaces,
  )
  if ('done' in outcome) return call.goTo(`/staff/dossiers/${outcome.done.reference}?done=intake`)
  show(call, choices, sentBefore(outcome, call.form))
}

async function quote(house: House, call: PageCall) {
  const choices = await choicesFor(house, call, call.form['procedure'])
  const outcome = await formOutcome(
    () => planIntake(house.db, readIntake(intakeOf(call.form), choices.documents), call.actor, localDate(call.now)),
    intakePlaces,
  )
  show(call, choices, { values: call.form, ...('done' in outcome ? { plan: outcome.done } : outcome) })
}

/** A form that did its work and was then changed and sent again would make a second dossier: that is said, and a new number given. */
function sentBefore({ errors, code }: { errors: FieldError[]; code: string }, form: Typed): Shown {
  if (code !== 'key_reused') return { values: form, errors }
  const { request_id: _, ...values } = form
  const detail = 'Biểu mẫu này đã gửi và hồ sơ đã được nhận. Chỉ gửi lại nếu đây là một hồ sơ khác.'
  return { values, errors: [{ pointer: '', detail }] }
}
