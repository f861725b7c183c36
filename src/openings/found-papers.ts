import { type FieldError, invalid } from '../kit/errors.ts'
import type { Count, ListedPaper } from './listed-papers.ts'

/** A paper of which something else was counted than is listed. */
export type Difference = Count & { dossier: string; document: string }
export type FoundPaper = ListedPaper & { found: Count }

/** The differences beside what was listed. Pure. Throws invalid for what is not on the list, said twice, or no difference. */
export function foundPapers(differences: readonly Difference[], listed: readonly ListedPaper[]): FoundPaper[] {
  const lineOf = ({ dossier, document }: Difference) =>
    listed.find(line => line.dossier === dossier && line.document === document)
  const errors = differences.flatMap((one, i) => errorsOf(one, i, lineOf(one), listed))
  const lines = differences.map(lineOf)
  lines.forEach((line, i) => {
    if (line && lines.indexOf(line) < i)
      errors.push({ pointer: `/differences/${i}`, detail: 'Giấy tờ này đã ghi ở trên.' })
  })
  if (errors.length) throw invalid(errors)
  return differences.flatMap(({ originals, certified, copies }, i) => {
    const line = lines[i]
    return line ? [{ ...line, found: { originals, certified, copies } }] : []
  })
}

function errorsOf(
  { dossier, document, ...found }: Difference,
  i: number,
  line: ListedPaper | undefined,
  listed: readonly ListedPaper[],
): FieldError[] {
  const at = `/differences/${i}`
  if (!listed.some(one => one.dossier === dossier))
    return [{ pointer: `${at}/dossier`, detail: `Bưu gửi này không có hồ sơ ${dossier}.` }]
  if (!line) return [{ pointer: `${at}/document`, detail: `Bảng kê của ${dossier} không có “${document}”.` }]
  return isSame(found, line.listed) ? [{ pointer: at, detail: 'Số đếm được đúng như bảng kê.' }] : []
}

/** Whether as many were counted as are listed. */
export const isSame = (a: Count, b: Count): boolean =>
  a.originals === b.originals && a.certified === b.certified && a.copies === b.copies
