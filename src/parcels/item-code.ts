/** UPU S10: two letters, eight digits, a check digit, two letters of the issuing post's country. */
const shape = /^([A-Z]{2})([0-9]{8})([0-9])([A-Z]{2})$/
const weights = [8, 6, 4, 2, 3, 5, 9, 7]

export type ItemCodeFault = 'length' | 'shape' | 'check_digit' | 'country'
export type CheckedItemCode = { code: string; fault: ItemCodeFault | null; hint: string | null }

/** As people write it → as it is stored: upper case, without spaces and dashes. */
export const normaliseItemCode = (written: string) => written.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** The check digit of an 8-digit serial (UPU S10, weights 8 6 4 2 3 5 9 7, modulo 11). */
export function checkDigit(serial: string): number {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(serial[i]), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 0 : digit === 11 ? 5 : digit
}

/** The item code of a serial (0 … 99999999). */
export const itemCode = (prefix: string, serial: number, country: string) => {
  const digits = String(serial).padStart(8, '0')
  return `${prefix}${digits}${checkDigit(digits)}${country}`
}

/** Says whether a written code can be an item code, and if not which slip it looks like, in words for a clerk. */
export function checkItemCode(written: string): CheckedItemCode {
  const code = normaliseItemCode(written)
  const [, prefix, serial, digit, country] = shape.exec(code) ?? []
  if (!prefix || !serial || !digit || !country) return { code, ...shapeFault(code) }
  if (checkDigit(serial) !== Number(digit)) return { code, fault: 'check_digit', hint: likelySlip(code) }
  if (unassigned.has(country))
    return { code, fault: 'country', hint: `Không có bưu chính nước nào mang mã ${country}.` }
  return { code, fault: null, hint: null }
}

/** ISO 3166-1 leaves these to private use: no post issues under them. */
const unassigned = new Set(
  ['AA', 'ZZ', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    .flatMap(letter => [`X${letter}`, `Q${letter}`])
    .filter(code => code !== 'QA'),
)

function shapeFault(code: string): { fault: ItemCodeFault; hint: string } {
  const isLong = code.length !== 13
  const hint = isLong
    ? `Mã có ${code.length} ký tự, mã bưu gửi phải có 13.`
    : 'Mã bưu gửi gồm 2 chữ cái, 9 chữ số và 2 chữ cái. Có thể chữ O bị đọc thành số 0, hoặc ngược lại.'
  return { fault: isLong ? 'length' : 'shape', hint }
}

/** Two neighbours swapped is the commonest slip of typing; else one digit was misread. */
function likelySlip(code: string): string {
  const [prefix, digits, country] = [code.slice(0, 2), code.slice(2, 11), code.slice(11)]
  const swapped = neighbourSwaps(digits).find(all => checkDigit(all.slice(0, 8)) === Number(all[8]))
  if (swapped) return `Mã sai chữ số kiểm tra. Có thể hai chữ số cạnh nhau bị đảo: thử ${prefix}${swapped}${country}.`
  return 'Mã sai chữ số kiểm tra. Có thể một chữ số bị gõ nhầm. Xin quét lại hoặc gõ lại từ nhãn.'
}

function neighbourSwaps(digits: string): string[] {
  return [...digits.slice(1)]
    .map((_, i) => digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2))
    .filter(all => all !== digits)
}
