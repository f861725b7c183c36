import { type FieldError, invalid } from '../kit/errors.ts'
import { uniqueCodes } from './handed-parcels.ts'
import type { Mode } from './options.ts'

export type Counted = { mode: Mode; codes?: readonly string[] | undefined; count?: number | undefined }
type Known = { listed: readonly string[]; scanned: readonly string[] }

/**
 * Which parcels the taker says they have, by the way they made sure; `scanned` of the list are there already. Whoever
 * counts has the whole list, or nothing, or has to scan; whoever signs a phone or a paper sheet has the list, or names
 * what they have. Throws invalid.
 */
export function acceptedCodes({ mode, codes = [], count }: Counted, { listed, scanned }: Known): string[] {
  const named = uniqueCodes(codes)
  switch (mode) {
    case 'scans':
      if (!named.length && !scanned.length) throw wrong('/codes', nothingScanned)
      return named
    case 'count':
      if (named.length) throw wrong('/codes', 'Đã chọn đếm thì không nhập mã. Xin chọn “Quét từng mã”.')
      if (count === 0 && !scanned.length) return []
      if (count !== listed.length) throw wrong('/count', wrongCount(count, listed.length))
      return [...listed]
    case 'pin':
    case 'paper':
      return named.length ? named : [...listed]
    default:
      return mode satisfies never
  }
}

const nothingScanned = 'Xin quét hoặc nhập mã bưu gửi. Nếu không nhận được gì, xin chọn “Đếm và đối chiếu” và ghi 0.'

const wrongCount = (count: number | undefined, listed: number) =>
  count === undefined ? 'Xin ghi số đếm được.' : `Đếm được ${count}, bảng kê có ${listed}. Xin quét từng mã.`

const wrong = (pointer: string, detail: string) => invalid([{ pointer, detail } satisfies FieldError])
