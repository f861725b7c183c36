/** What one may choose at intake, and how a counter says it. */
export const services = {
  both: 'Bưu điện nhận hồ sơ và trả kết quả',
  receive: 'Bưu điện chỉ nhận hồ sơ',
  return: 'Bưu điện chỉ trả kết quả',
} as const

export const returnPlaces = {
  address: 'Phát tận địa chỉ',
  post_office: 'Nhận tại bưu cục',
  desk: 'Nhận tại cơ quan công an',
} as const

export const channels = {
  sms: 'Tin nhắn SMS',
  zalo: 'Zalo',
  email: 'Thư điện tử',
  call: 'Gọi điện',
  none: 'Không cần báo',
} as const

export const idKinds = {
  cccd: 'Căn cước (12 số)',
  cmnd: 'CMND (9 số)',
  passport: 'Hộ chiếu',
  other: 'Giấy tờ khác',
} as const

export const payers = { sender: 'Người gửi', recipient: 'Người nhận', agency: 'Cơ quan công an' } as const
export const paymentTimes = { counter: 'tại quầy', delivery: 'khi phát', monthly: 'theo tháng' } as const
export const paymentMethods = { cash: 'tiền mặt', transfer: 'chuyển khoản', card: 'thẻ' } as const
