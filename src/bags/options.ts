export const states = { open: 'Đang đóng túi', sealed: 'Đã niêm phong', opened: 'Đã mở' } as const

export const differenceKinds = { short: 'Thiếu', over: 'Thừa', seal: 'Số niêm phong khác', weight: 'Cân khác' } as const

/** Which bags a list shows: what waits for somebody here, what is underway, or all that is not finished. */
export const choices = { mine: 'Việc của tôi', underway: 'Đang đi', unfinished: 'Chưa xong' } as const
export type Which = keyof typeof choices
