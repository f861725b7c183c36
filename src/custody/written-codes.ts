import type { FieldError } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'

const most = 500

const linesOf = (written: string) => written.split(/[\n\r,;]+/)

/** One code a line, in any spelling; a bounce of the scanner counts once. */
export const codesIn = (written: string): string[] => [
  ...new Set(linesOf(written).map(normaliseItemCode).filter(Boolean)),
]

/** What is wrong with codes as they were scanned into a form's field `codes`. */
export function codeErrors(written: string, codes: readonly string[]): FieldError[] {
  const bent = linesOf(written).find(line => /[^\p{ASCII}]/u.test(line.normalize('NFKC')))
  if (bent) return [{ pointer: '/codes', detail: `“${bent.trim()}” có dấu. Xin tắt bộ gõ tiếng Việt rồi quét lại.` }]
  const long = codes.find(code => code.length > 40)
  if (long) return [{ pointer: '/codes', detail: `“${long.slice(0, 20)}…” dài quá một mã bưu gửi.` }]
  if (!codes.length) return [{ pointer: '/codes', detail: 'Xin quét hoặc nhập mã bưu gửi.' }]
  if (codes.length > most) return [{ pointer: '/codes', detail: `Nhiều nhất ${most} mã một lần. Xin chia ra.` }]
  return []
}
