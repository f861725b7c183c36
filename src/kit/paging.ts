import { z } from 'zod'

export const pageSize = z.coerce.number().int().min(1).max(200).default(50)

/** What a list is asked for: how many rows, and those after which one. */
export const paged = z.strictObject({ limit: pageSize, after: z.uuid().optional() })

/** A page of rows of which one more than `limit` was read. `next` marks the last row shown, or is null at the end. */
export function pageOf<Row>(rows: readonly Row[], limit: number, markOf: (row: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? markOf(last) : null }
}

/** The number of a page as an address says it; the first where it says none. */
export const pageNumber = (said: string | undefined) => Math.max(1, Math.floor(Number(said)) || 1)

/** How many pages `total` rows fill; an empty list has one. */
export const pagesFor = (total: number, pageful: number) => Math.max(1, Math.ceil(total / pageful))
