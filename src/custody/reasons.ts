/** Why a delivery failed, and what happens next: always a pair. UPU's own codes are not public, so none are invented. */
export const attemptReasons = {
  nobody_home: 'không có người nhận',
  moved: 'đã chuyển đi nơi khác',
  wrong_address: 'sai địa chỉ',
  refused: 'từ chối nhận',
  asked_other_time: 'người nhận hẹn lại',
  no_authorised_person: 'không có người được ủy quyền',
  fee_not_paid: 'chưa nộp phí',
  force_majeure: 'bất khả kháng',
} as const
export type AttemptReason = keyof typeof attemptReasons

export const attemptMeasures = {
  again: 'sẽ phát lại',
  hold: 'giữ tại bưu cục, mời đến nhận',
  send_back: 'chuyển hoàn',
} as const
export type AttemptMeasure = keyof typeof attemptMeasures

export const lodgeFailures = { closed: 'đơn vị đóng cửa', refused: 'đơn vị chưa nhận' } as const

/** Who took it at the door, as the fact of delivery says it. */
export const capacities = {
  recipient: 'chính người nhận',
  authorised: 'người được ủy quyền',
  household: 'người cùng nhà',
} as const

/** How it looked when it was taken; what is not intact is taken with reservation. */
export const conditions = { intact: 'nguyên vẹn', torn: 'rách', wet: 'ướt', retaped: 'dán lại' } as const

/** With whom a collection notice was left. */
export const leftWith = {
  household: 'người nhà',
  neighbour: 'hàng xóm',
  door: 'tại cửa',
  phone: 'báo qua điện thoại',
} as const
