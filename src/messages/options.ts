/** What became of a call. */
export const callOutcomes = { done: 'Đã báo', not_reached: 'Chưa gọi được' } as const

/** What became of a message, as staff read it. */
export const messageStates = {
  waiting: 'Đang chờ gửi',
  sent: 'Đã báo',
  failed: 'Chuyển sang kênh khác',
  dead: 'Không báo được',
  cancelled: 'Bỏ, việc đã sửa hoặc đã đi tiếp',
  overtaken: 'Bỏ, đã có tin mới hơn',
  stale: 'Bỏ, đã quá muộn',
  stopped: 'Người dân không muốn nhận',
  skipped: 'Chưa có kênh để gửi',
} as const

/** Our own codes for why a message was not sent or a call reached nobody. */
export const ownTroubles = {
  'no address': 'Hồ sơ không có số điện thoại hoặc địa chỉ thư',
  'not set up': 'Kênh này chưa được cài đặt',
  'no template': 'Loại tin này chưa có mẫu Zalo',
  'not reached': 'Gọi nhiều lần không được',
  'worker ended each time': 'Bưu Trạm gặp lỗi mỗi lần gửi tin này',
  'zalo unreadable': 'Không đọc được câu trả lời của Zalo',
  timeout: 'Nhà cung cấp không trả lời',
  network: 'Không nối được với nhà cung cấp',
} as const
export type OwnTrouble = keyof typeof ownTroubles

export const channelNames = { zalo: 'Zalo', sms: 'SMS', email: 'Thư điện tử', call: 'Gọi điện' } as const

/** How satisfied somebody is, the most first. */
export const ratings = ['5', '4', '3', '2', '1'] as const
