import { codeErrors, codesIn } from '../custody/written-codes.ts'
import { invalid } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import type { Planned } from './add-parcels.ts'
import { plannedPapers } from './schemas.ts'

/** Codes as they were scanned into a form, one a line; the papers that were ticked are those of each. Throws invalid. */
export function readPlan(form: Record<string, string>): Planned[] {
  const written = form['codes'] ?? ''
  const codes = codesIn(written)
  const errors = codeErrors(written, codes)
  if (errors.length) throw invalid(errors)
  const papers = parse(plannedPapers, (form['papers'] ?? '').split('\n').filter(Boolean))
  return codes.map(code => ({ code, papers }))
}
