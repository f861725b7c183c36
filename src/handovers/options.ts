/** Of the number of a sheet. */
export const sheetPrefix = 'BG'

/** How the taker made sure, as the sheet says it. */
export const modes = {
  scans: 'Quét từng mã',
  count: 'Đếm và đối chiếu',
  pin: 'Ký trên máy của bên giao',
  paper: 'Ký trên bảng giấy',
} as const
export type Mode = keyof typeof modes

export const states = {
  released: 'Chờ bên nhận',
  accepted: 'Đã nhận đủ',
  accepted_with_differences: 'Đã nhận, có chênh lệch',
  cancelled: 'Đã hủy',
} as const

export const directions = {
  to_police: 'Bưu điện giao công an',
  from_police: 'Công an giao bưu điện',
  within: 'Trong cùng ngành',
} as const

export const differenceKinds = { short: 'Thiếu', over: 'Thừa' } as const

/** Which sheets a list shows: what waits for somebody here, all that is not finished, or what has waited too long. */
export const choices = {
  mine: 'Việc của tôi',
  to_accept: 'Chờ tôi nhận',
  open: 'Chưa xong',
  aged: 'Chờ đã lâu',
} as const
