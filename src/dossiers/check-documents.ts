import { invalid } from '../kit/errors.ts'
import { fold } from '../kit/text.ts'
import type { Intake } from './intake.ts'

/**
 * Compares what was brought with the published list (QĐ 45/2016/QĐ-TTg: the post and the applicant count together, and
 * the post guides who lacks something). Throws invalid naming every missing paper.
 */
export function checkDocuments(
  brought: Intake['documents'],
  published: readonly { name: string; is_required: boolean }[],
): void {
  const counted = new Set(
    brought
      .filter(document => document.originals + document.certified + document.copies > 0)
      .map(document => fold(document.name)),
  )
  const missing = published.filter(document => document.is_required && !counted.has(fold(document.name)))
  if (missing.length)
    throw invalid(
      missing.map(({ name }) => ({ pointer: pointerOf(name, brought), detail: `Còn thiếu: ${name}.` })),
      'documents_missing',
    )
}

/** A paper that is listed with a count of nought is missing there; one that is not listed has no place of its own. */
function pointerOf(name: string, brought: Intake['documents']) {
  const row = brought.findIndex(document => fold(document.name) === fold(name))
  return row < 0 ? '/documents' : `/documents/${row}/originals`
}
