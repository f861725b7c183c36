import type { Flow } from './flow.ts'
import { table } from './table.ts'

/** One document of a dossier and how many of each kind were counted. */
export type DocumentLine = { name: string; original: number; certifiedCopy: number; photocopy: number }

const columns = [
  { head: 'TT', share: 0.06, align: 'center' as const },
  { head: 'Thành phần hồ sơ', share: 0.44 },
  { head: 'Bản chính', share: 0.14, align: 'center' as const },
  { head: 'Bản chứng thực', share: 0.22, align: 'center' as const },
  { head: 'Bản photo', share: 0.14, align: 'center' as const },
]

// A nought reads as a letter and an empty cell as something forgotten.
const count = (copies: number) => (copies > 0 ? String(copies) : '–')

/** The list of documents, in the columns of form 01. */
export function documentTable(flow: Flow, documents: DocumentLine[], size = 8.7) {
  const rows = documents.map(({ name, original, certifiedCopy, photocopy }, i) => [
    String(i + 1),
    name,
    count(original),
    count(certifiedCopy),
    count(photocopy),
  ])
  table(flow, columns, rows, size)
}
