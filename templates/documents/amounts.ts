import { type Dong, dong, dongInWords } from '../../src/kit/money.ts'

/** An amount in whole đồng with the rule, source or remark that gave it. Nobody knows it yet: null, and never 0. */
export type Money = { amount: Dong | null; note: string }

/** `26.000 đ (Hai mươi sáu nghìn đồng). Theo …`, or `chưa xác định. …`. */
export const amountLine = ({ amount, note }: Money) =>
  [amount === null ? dong(null) : `${dong(amount)} (${dongInWords(amount)})`, note].filter(Boolean).join('. ')

/** `Hai mươi sáu nghìn đồng`, or nothing where there is no amount to spell. */
export const inWords = ({ amount }: Money) => (amount === null ? '' : dongInWords(amount))
