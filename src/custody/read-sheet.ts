import { v7 as uuidv7, validate } from 'uuid'
import { DomainError, type FieldError, invalid } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { writtenMoment } from '../kit/written-moment.ts'
import type { Detail } from './fact.ts'
import type { OwnSteps } from './own-steps.ts'
import { scanDetails } from './scan-details.ts'
import { isStep, type Step } from './steps.ts'
import { codeErrors, codesIn } from './written-codes.ts'

/** One form of the scan station: what happened, to which parcels. `request` makes sending it twice harmless. */
export type Sheet = {
  request: string
  step: Step
  codes: string[]
  detail: Detail
  unit: string | null
  /** How long the scans waited in the browser for the network. */
  waitedMs: number
  /** When it happened by a paper that is typed in; null for what is scanned now. */
  paper_at: Date | null
}

const longestWait = 7 * 24 * 3600_000

/** Reads a form sent by somebody with these steps and units. Throws invalid with all that is to be corrected. */
export function readSheet(
  form: Record<string, string>,
  { usual, other }: OwnSteps,
  units: readonly { id: string }[],
): Sheet {
  const step = String(form['step'] ?? '')
  const codes = codesIn(form['codes'] ?? '')
  const errors = stepErrors(step, [...usual, ...other])
  const detail = isStep(step) ? detailOf(form, step, errors) : {}
  errors.push(...codeErrors(form['codes'] ?? '', codes), ...unitErrors(form['unit'], units))
  if (errors.length || !isStep(step)) throw invalid(errors)
  const request = validate(form['request_id']) ? String(form['request_id']).toLowerCase() : uuidv7()
  const unit = units.find(({ id }) => id === form['unit'])?.id ?? null
  return { request, step, codes, detail, unit, waitedMs: waited(form['waited']), paper_at: null }
}

/** The same from a paper: with the time that stands on it, which is asked for. Throws invalid. */
export function readPaper(
  form: Record<string, string>,
  steps: OwnSteps,
  units: readonly { id: string }[],
  now: Date,
): Sheet {
  const written = writtenMoment(form['paper_at'])
  const paper_at = written ? new Date(written) : null
  const errors: FieldError[] =
    paper_at && paper_at <= now
      ? []
      : [{ pointer: '/paper_at', detail: 'Xin ghi ngày giờ trên phiếu, không sau bây giờ.' }]
  try {
    const sheet = readSheet(form, steps, units)
    if (!errors.length) return { ...sheet, paper_at }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    errors.push(...error.fields)
  }
  throw invalid(errors)
}

const stepErrors = (step: string, steps: readonly Step[]): FieldError[] =>
  isStep(step) && steps.includes(step) ? [] : [{ pointer: '/step', detail: 'Xin chọn thao tác.' }]

/** A page opened before an assignment ended names a unit where its reader scans no more: another must not be taken for it. */
const unitErrors = (unit: string | undefined, units: readonly { id: string }[]): FieldError[] =>
  !unit || units.some(({ id }) => id === unit)
    ? []
    : [{ pointer: '/unit', detail: 'Ông/bà không còn quét ở đơn vị đã chọn. Xin chọn lại đơn vị.' }]

/** Fields are named `step.member`, so that those of other steps may stay on the page. */
function detailOf(form: Record<string, string>, step: Step, errors: FieldError[]): Detail {
  const schema = scanDetails[step]
  if (!schema) return {}
  const sent = Object.fromEntries(Object.keys(schema.shape).map(name => [name, form[`${step}.${name}`] ?? '']))
  try {
    return parse(schema, sent) as Detail
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    errors.push(...error.fields.map(field => ({ ...field, pointer: `/${step}${field.pointer}` })))
    return {}
  }
}

const waited = (ms: string | undefined) => Math.min(Math.max(Number(ms) || 0, 0), longestWait)
