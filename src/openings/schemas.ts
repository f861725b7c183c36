import { z } from 'zod'
import { line, oneOf, whole } from '../kit/fields.ts'
import { seals } from './options.ts'

const copies = whole('Xin ghi số đếm được.').refine(n => n >= 0 && n <= 99, 'Từ 0 đến 99.')
const count = { originals: copies, certified: copies, copies }
const paper = { dossier: line(40), position: z.int().min(0).max(999) }
const seal = oneOf(seals, 'Xin chọn tình trạng niêm phong.')

export const opening = z.strictObject({
  seal,
  remark: line(300).optional(),
  /** Papers of which something else was found than is listed; all others were found as listed. */
  differences: z.array(z.strictObject({ ...paper, ...count })).max(1000),
})

export const openingRecord = z.strictObject({
  code: z.string(),
  desk: z.string(),
  taken_at: z.string(),
  opened_at: z.string(),
  opened_by: z.string(),
  seal,
  remark: z.string().nullable(),
  differs: z.boolean(),
  is_late: z.boolean(),
  has_list: z.boolean(),
  dossiers: z.array(z.string()),
  differences: z.array(
    z.strictObject({ ...paper, document: z.string(), listed: z.strictObject(count), found: z.strictObject(count) }),
  ),
  links: z.strictObject({ record: z.string() }),
})
