import { validate } from 'uuid'
import { codeErrors, codesIn } from '../custody/written-codes.ts'
import { type FieldError, invalid } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { writtenMoment } from '../kit/written-moment.ts'
import type { Acceptance } from './accept-handover.ts'
import type { Release } from './release-handover.ts'
import { acceptance } from './schemas.ts'
import type { Signer } from './signing-person.ts'

type Form = Record<string, string>

/** `unit:642100` or `person:…`, and codes as the scan station takes them. Throws invalid with all that is to be corrected. */
export function readRelease(form: Form): Release {
  const [, kind, id = ''] = /^(unit|person):(.+)$/.exec(form['to'] ?? '') ?? []
  const codes = codesIn(form['codes'] ?? '')
  const errors: FieldError[] = [
    ...(kind === 'unit' || validate(id) ? [] : [{ pointer: '/to', detail: 'Xin chọn bên nhận.' }]),
    ...codeErrors(form['codes'] ?? '', codes),
  ]
  if (errors.length) throw invalid(errors)
  return { to: kind === 'unit' ? { unit: id } : { person: id }, codes }
}

/** The form of the taker; fields of other ways than the chosen one are left where they are. Throws invalid. */
export function readAcceptance(form: Form): Omit<Acceptance, 'id'> & { signer?: Signer | undefined } {
  const mode = form['mode'] ?? ''
  const written = form['codes'] ?? ''
  const codes = codesIn(written)
  if (written.trim() && mode !== 'count') refuse(codeErrors(written, codes))
  return parse(acceptance, {
    mode,
    ...(mode === 'count' ? { count: countOf(form['count']) } : { codes }),
    ...(form['condition'] && { condition: form['condition'] }),
    ...(form['reservation']?.trim() && { reservation: form['reservation'] }),
    ...(mode === 'paper' && paperOf(form)),
    ...(mode === 'pin' && { signer: signerOf(form) }),
  })
}

function refuse(errors: FieldError[]) {
  if (errors.length) throw invalid(errors)
}

const countOf = (written = '') => (/^\s*\d{1,5}\s*$/.test(written) ? Number(written) : undefined)

const signerOf = (form: Form) => ({
  username: form['signer.username'] ?? '',
  password: form['signer.password'] ?? '',
})

function paperOf(form: Form) {
  const signed_at = writtenMoment(form['signed_at'])
  return {
    ...(form['paper_number']?.trim() && { paper_number: form['paper_number'] }),
    ...(signed_at && { signed_at }),
  }
}

/** Errors of a verb as the form can show them: all its codes stand in one field, and so does to whom it goes. */
export const onForm = (errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ pointer, detail }) => ({ pointer: pointer.replace(/^\/(codes|to)\/.*$/, '/$1'), detail }))
