import { grouped } from '../../src/kit/text.ts'

/** `PA000000005VN` → `PA 000 000 005 VN`, as it is read aloud: on screens and on paper. What is no S10 code stays as it is. */
export const groupedItemCode = (code: string) =>
  code.replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5')

/** `BT6400002208230001` → `BT 640000 220823 0001`: office, day, number; of a stock count with `KK`, of a round with `CP`. */
export const groupedReference = (reference: string) =>
  reference.replace(/^(BT|KK|CP)(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3 $4')

/** `BG6421002611230001` → `BG 642100 261123 0001`: office, day, number of a hand-over sheet. */
export const groupedSheetNumber = (number: string) => number.replace(/^(BG)(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3 $4')

/** `7K3M9QXT2VHC` → `7K3M-9QXT-2VHC`, grouped already or not. */
export const groupedLookupCode = (code: string) => grouped(code.replace(/[\s-]/g, ''), 4, '-')

/** A dossier's code as a form names it: the official code, or ours where the agency has given none. */
export const codeInWords = (code: string) => {
  const ours = groupedReference(code)
  return ours === code ? `Mã hồ sơ: ${code}` : `Mã tham chiếu: ${ours}`
}
