import type { z } from 'zod'
import { parse } from '../kit/parse.ts'
import { nested } from '../people/pages.ts'
import { reportOf, takingOf } from './read-report.ts'
import type { Report } from './report.ts'
import { collection, stopReport } from './schemas.ts'

type Form = Record<string, string>

/** The form of a stop: in whose hands it is now, or why not. The hidden number of the form is the report's id. Throws invalid. */
export function readStopForm(form: Form, outcome: Report['what']['outcome']): Report {
  const sent = outcome === 'delivered' ? takingIn(form) : attemptIn(form)
  return reportOf(parse(stopReport, { ...idAndCodes(form), outcome, ...sent }))
}

/** The form of the counter. Throws invalid. */
export function readCollectionForm(form: Form): Report & { codes: string[] } {
  const body: z.output<typeof collection> = parse(collection, { ...idAndCodes(form), ...takingIn(form) })
  return { ...takingOf(body), codes: body.codes }
}

function idAndCodes(form: Form) {
  return { id: form['request_id'] ?? '', codes: linesOf(form['codes']) }
}

function takingIn(form: Form) {
  const { paper } = nested(form)
  const envelope = form['envelope']?.trim()
  return {
    capacity: form['capacity'] ?? '',
    name: form['name'] ?? '',
    ...(paper ? { paper: { kind: '', tail: '', ...paper } } : {}),
    means: meansIn(form),
    collected: form['collected'] ?? '',
    papers: linesOf(form['papers']),
    ...(envelope ? { envelope } : {}),
  }
}

/** What stands in the field of another choice is left there. */
function meansIn(form: Form) {
  const kind = form['means.kind'] ?? ''
  if (kind === 'slip_code') return { kind, code: form['means.code'] ?? '' }
  return kind === 'witness' ? { kind, name: form['means.name'] ?? '' } : { kind }
}

function attemptIn(form: Form) {
  const left_with = form['left_with']
  return {
    reason: form['reason'] ?? '',
    measure: form['measure'] ?? '',
    ...(form['again_on'] ? { again_on: form['again_on'] } : {}),
    ...(form['called_at'] ? { called_at: `${form['called_at']}:00+07:00` } : {}),
    ...(left_with ? { notice: { left_with } } : {}),
  }
}

const linesOf = (written = '') => written.split('\n').filter(Boolean)
