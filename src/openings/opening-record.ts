import type { FoundPaper } from './found-papers.ts'
import type { Seal } from './options.ts'

/** Every word of the record of an opening, as it was then. */
export type OpeningRecord = {
  code: string
  desk: string
  desk_level: string
  /** The post office that counted the papers in. */
  office: string
  dossiers: string[]
  taken_at: Date
  opened_at: Date
  opened_by: string
  seal: Seal
  remark: string | null
  differs: boolean
  is_late: boolean
  /** A supplement was asked for by name, and nobody counted it. */
  has_list: boolean
  differences: FoundPaper[]
}

type Kept = Omit<OpeningRecord, 'taken_at' | 'opened_at'> & Record<'taken_at' | 'opened_at', string>

/** The record as it came out of the database. */
export const revived = (kept: unknown): OpeningRecord => {
  const record = kept as Kept
  return { ...record, taken_at: new Date(record.taken_at), opened_at: new Date(record.opened_at) }
}
