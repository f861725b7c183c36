import type { Knex } from 'knex'
import { maskSearch, tidy } from '../kit/text.ts'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'

export type Search = { among: 'dossiers' | 'people'; words: string; found: number }

/**
 * Notes that somebody was looked for: by whom, of which units, how many were shown. The words are kept masked: the log
 * outlives the dossiers and must not tell who had one. A search for nothing is none.
 */
export async function noteSearch(
  db: Knex,
  { among, words, found }: Search,
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  const subject = maskSearch(tidy(words))
  if (!subject) return
  const units = by.assignments.flatMap(({ unit }) => unit ?? [])
  await audit(db, { by, action: `search ${among}`, subject, detail: { units: [...new Set(units)], found } }, now)
}
