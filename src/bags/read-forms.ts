import { codeErrors, codesIn } from '../custody/written-codes.ts'
import { type FieldError, invalid } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { opening, packing, reason, sealing } from './schemas.ts'

type Form = Record<string, string>

/** Codes as the scan station takes them. Throws invalid with all that is to be corrected. */
export function readPacking(form: Form) {
  const codes = codesIn(form['codes'] ?? '')
  refuse(codeErrors(form['codes'] ?? '', codes))
  return parse(packing, { codes })
}

export const readSeal = (form: Form) => parse(sealing, sealOf(form))

/** Who found nothing says so: a form sent too early must not open a bag as empty. Throws invalid. */
export function readOpening(form: Form) {
  const codes = codesIn(form['codes'] ?? '')
  const isEmpty = form['empty'] === 'yes'
  if (isEmpty && codes.length) throw wrong('/empty', 'Đã có mã bưu gửi thì túi không rỗng.')
  if (!isEmpty) refuse(codeErrors(form['codes'] ?? '', codes))
  return parse(opening, { codes, ...sealOf(form) })
}

export const readReason = (form: Form) => parse(reason, { reason: form['reason'] ?? '' })

const sealOf = (form: Form) => ({
  ...(form['seal']?.trim() && { seal: form['seal'] }),
  ...(form['weight_g']?.trim() && { weight_g: gramsIn(form['weight_g']) }),
})

/** `4 200` and `4.200` as people write it; anything else is asked for again. */
const gramsIn = (written: string) =>
  /^\d[\d\s.]*$/.test(written.trim()) ? Number(written.replace(/[\s.]/g, '')) : written

function refuse(errors: FieldError[]) {
  if (errors.length) throw invalid(errors)
}

const wrong = (pointer: string, detail: string) => invalid([{ pointer, detail }])

/** Errors of a verb as a form can show them: all its codes stand in one field. */
export const onForm = (errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ pointer, detail }) => ({ pointer: pointer.replace(/^\/codes\/.*$/, '/codes'), detail }))
