import { type FieldError, invalid } from '../kit/errors.ts'
import type { Count, ListedPaper } from './listed-papers.ts'

/** Of the paper at this place of a dossier's list something else was counted than is listed. */
export type Difference = Count & { dossier: string; position: number }
export type FoundPaper = ListedPaper & { found: Count }

/** The differences beside what was listed. Pure. Throws invalid for what is not on the list, said twice, or no difference. */
export function foundPapers(differences: readonly Difference[], listed: readonly ListedPaper[]): FoundPaper[] {
  const lines = new Map(listed.map(line => [keyOf(line), line]))
  const said = new Set<string>()
  const errors: FieldError[] = []
  const found = differences.flatMap((one, i) => {
    const { dossier, position, ...count } = one
    const line = lines.get(keyOf(one))
    const wrong = wrongWith(count, line, said.has(keyOf(one)))
    said.add(keyOf(one))
    if (wrong) errors.push({ pointer: `/differences/${i}`, detail: wrong })
    return line ? [{ ...line, found: count }] : []
  })
  if (errors.length) throw invalid(errors)
  return found
}

const keyOf = ({ dossier, position }: Pick<Difference, 'dossier' | 'position'>) => `${dossier} ${position}`

function wrongWith(found: Count, line: ListedPaper | undefined, isSaid: boolean): string | null {
  if (!line) return 'Bảng kê của bưu gửi này không có giấy tờ ấy.'
  if (isSaid) return 'Giấy tờ này đã ghi ở trên.'
  return isSame(found, line.listed) ? 'Số đếm được đúng như bảng kê.' : null
}

/** Whether as many were counted as are listed. */
export const isSame = (a: Count, b: Count): boolean =>
  a.originals === b.originals && a.certified === b.certified && a.copies === b.copies
