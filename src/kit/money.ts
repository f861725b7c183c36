/** Whole đồng. An unknown amount is null and is said to be unknown, never 0 (domain: fees). */
export type Dong = number

/** `1.250.000 đ`, or the words for an amount nobody knows yet. */
export const dong = (amount: Dong | null) =>
  amount === null ? 'chưa xác định' : `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', ' nghìn', ' triệu', ' tỷ']

/** The amount as it is written on a receipt: 26000 → `Hai mươi sáu nghìn đồng`. Takes 0 … 999 tỷ. */
export function dongInWords(amount: Dong): string {
  const words = amount === 0 ? 'không' : groupsOfThree(amount)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`
}

function groupsOfThree(amount: number): string {
  const said: string[] = []
  for (let rest = amount, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale++) {
    const group = rest % 1000
    if (group) said.unshift(hundreds(group, rest >= 1000) + scales[scale])
  }
  return said.join(' ')
}

function hundreds(group: number, full: boolean): string {
  const [h, t, u] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const said = h || full ? [`${digits[h]} trăm`] : []
  if (t === 0 && u && said.length) said.push('lẻ')
  if (t === 1) said.push('mười')
  if (t > 1) said.push(`${digits[t]} mươi`)
  if (u) said.push(unit(t, u))
  return said.join(' ')
}

function unit(t: number, u: number) {
  if (u === 1 && t > 1) return 'mốt'
  if (u === 5 && t > 0) return 'lăm'
  return digits[u] ?? ''
}
