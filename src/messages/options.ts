/** What became of a call. */
export const callOutcomes = { done: 'Đã báo', not_reached: 'Chưa gọi được' } as const

/** What became of a message, as staff read it. */
export const messageStates = {
  waiting: 'Đang chờ gửi',
  sent: 'Đã báo',
  failed: 'Chuyển sang kênh khác',
  dead: 'Không báo được',
  cancelled: 'Bỏ, việc đã được sửa',
  overtaken: 'Bỏ, đã có tin mới hơn',
  stale: 'Bỏ, đã quá muộn',
  stopped: 'Người dân không muốn nhận',
  skipped: 'Chưa có kênh để gửi',
} as const

export const channelNames = { zalo: 'Zalo', sms: 'SMS', email: 'Thư điện tử', call: 'Gọi điện' } as const

/** How satisfied somebody is. */
export const ratings = {
  5: 'Rất hài lòng',
  4: 'Hài lòng',
  3: 'Bình thường',
  2: 'Không hài lòng',
  1: 'Rất không hài lòng',
} as const
