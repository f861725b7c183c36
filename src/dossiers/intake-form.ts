import { type IdentityCard, readIdentityCard } from '../kit/identity-card.ts'
import { writtenMoment } from '../kit/written-moment.ts'
import { nested } from '../people/pages.ts'
import { type PartyPart, partyParts } from './intake.ts'

/** A form as it stands on the page: what was typed, by field name. */
export type Typed = Record<string, string>
type Sent = { address?: object; [member: string]: unknown }
type SentIntake = { [member: string]: unknown; applicant?: Sent; submitter?: Sent; receiver?: Sent; fees?: object }

/** A sent intake form as the API would have sent it. Empty fields are left out, required ones stay and are asked for. */
export function intakeOf(form: Typed): Record<string, unknown> {
  const { applicant, submitter, receiver, fees, ...rest }: SentIntake = nested(meant(form))
  return {
    ...rest,
    applicant: party({ address: {}, ...applicant }),
    ...(submitter ? { submitter: party(submitter) } : {}),
    ...(receiver ? { receiver: party(receiver) } : {}),
    ...(fees ? { fees: withSources(fees) } : {}),
  }
}

const party = ({ address, ...named }: Sent) => ({
  name: '',
  ...named,
  ...(address ? { address: { line: '', unit_code: '', ...address } } : {}),
})

const withSources = (fees: object) =>
  Object.fromEntries(Object.entries(fees).map(([which, amount]) => [which, { note: '', ...amount }]))

/** Without what the form carries for itself, and what a choice elsewhere makes meaningless; numbers as digits. */
function meant(form: Typed): Typed {
  const { request_id: _, next_to: __, ...typed } = form
  if (typed['service'] === 'receive') typed['return_to'] = 'desk'
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => !isIdle(name, typed))
      .map(([name, value]) => [name, plain(name, value)]),
  )
}

const isEmpty = (value = '') => value.trim() === ''

function isIdle(name: string, typed: Typed): boolean {
  if (name.endsWith('.id_kind')) return isEmpty(typed[name.replace('id_kind', 'id_number')])
  if (name === 'applicant.tax_code' || name === 'applicant.representative') return typed['applicant.kind'] === 'person'
  if (name === 'applicant.email') return typed['notify'] !== 'email'
  return name === 'post_office' && typed['return_to'] !== 'post_office'
}

/** `50.000 đ` is fifty thousand: a point between digits groups them here. */
function plain(name: string, value: string): string {
  if (name.endsWith('.amount')) return value.replace(/[\s.,đ₫]/gi, '')
  if (name === 'paper_at') return writtenMoment(value) ?? value
  if (/\.(id_number|tax_code)$/.test(name)) return value.replace(/[\s.-]/g, '').toUpperCase()
  return value
}

/** A card that was scanned into a number's field, for one part of the form. */
export type ScannedCard = { part: PartyPart; card: IdentityCard }

/** The first part of the form whose number is the code of an identity card; null where none is. */
export function scannedCard(form: Typed): ScannedCard | null {
  for (const part of partyParts) {
    const card = readIdentityCard(form[`${part}.id_number`] ?? '')
    if (card) return { part, card }
  }
  return null
}

/** The form with what the card says in its places; an address somebody typed stays. */
export function filledFrom({ part, card }: ScannedCard, form: Typed): Typed {
  const line = `${part}.address.line`
  return {
    ...form,
    [`${part}.id_kind`]: 'cccd',
    [`${part}.id_number`]: card.number,
    [`${part}.name`]: card.name ?? form[`${part}.name`] ?? '',
    [line]: isEmpty(form[line]) ? card.address : (form[line] ?? ''),
  }
}
