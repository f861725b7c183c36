/** Of the number of a count's record. */
export const countPrefix = 'KK'

/** What came of a parcel in a stock count, in the order in which a person asks. */
export const outcomes = {
  short: 'Thiếu',
  over: 'Thừa',
  moved: 'Đi, đến trong lúc kiểm kê',
  matched: 'Đủ',
} as const
export type Outcome = keyof typeof outcomes

export const countStates = { open: 'Đang kiểm kê', closed: 'Đã chốt', abandoned: 'Bỏ dở' } as const
