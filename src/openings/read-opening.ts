import type { FieldError } from '../kit/errors.ts'
import { DomainError, invalid } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { isSame } from './found-papers.ts'
import type { Count, ListedPaper } from './listed-papers.ts'
import type { Opening } from './open-parcel.ts'
import { opening } from './schemas.ts'

type Form = Record<string, string>

/** The form of the desk, in which every line of the list has its counts: those that differ are the record. Throws invalid. */
export function readOpening(form: Form, listed: readonly ListedPaper[]): Omit<Opening, 'code'> {
  const lines = listed.map((line, i) => ({ i, line, found: countIn(form, i) }))
  const differing = lines.filter(({ line, found }) => !isSame(found as Count, line.listed))
  const sent = {
    seal: form['seal'] ?? '',
    ...(form['remark']?.trim() && { remark: form['remark'] }),
    differences: differing.map(({ line: { dossier, position }, found }) => ({ dossier, position, ...found })),
  }
  try {
    return parse(opening, sent)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw invalid(
      error.fields.map(field =>
        onLine(
          field,
          differing.map(({ i }) => i),
        ),
      ),
    )
  }
}

/** A number where one was written; else what was written, for the schema to say what is wrong with it. */
function countIn(form: Form, i: number) {
  const of = (kind: keyof Count) => {
    const written = (form[`found.${i}.${kind}`] ?? '').trim()
    return /^\d{1,2}$/.test(written) ? Number(written) : written
  }
  return { originals: of('originals'), certified: of('certified'), copies: of('copies') }
}

/** `/differences/0/copies` is the field of the line that differs first. */
function onLine({ pointer, detail }: FieldError, lines: readonly number[]): FieldError {
  const [, place, kind] = /^\/differences\/(\d+)\/(\w+)$/.exec(pointer) ?? []
  return { pointer: place === undefined ? pointer : `/found/${lines[Number(place)]}/${kind}`, detail }
}
