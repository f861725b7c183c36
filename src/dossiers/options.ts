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

/** What a desk announces: a refusal on the merits is a result too, with its paper. */
export const resultKinds = {
  granted: 'Đồng ý, cấp giấy tờ',
  refused: 'Không đồng ý, có văn bản trả lời',
} as const

/** The envelopes that are made for dossiers already taken in. */
export const envelopes = {
  result: 'Làm bưu gửi trả kết quả',
  refused_papers: 'Làm bưu gửi trả lại giấy tờ',
  supplement: 'Làm bưu gửi giấy tờ bổ sung',
} as const
