import { isoDate } from './fields.ts'
import type { IsoDate } from './time.ts'

/** `31/12/2026` as people and their spreadsheets write a day → 2026-12-31; what is written otherwise stays as it is. */
export const inIsoOrder = (written: string): string =>
  written.trim().replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_, d, m, y) => `${y}-${two(m)}-${two(d)}`)

/** The same, read: null for what is no day. */
export const writtenDay = (written: string): IsoDate | null => isoDate.safeParse(inIsoOrder(written)).data ?? null

const two = (digits: string) => digits.padStart(2, '0')
