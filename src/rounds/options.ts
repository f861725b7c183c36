/** Of the number of a round. */
export const roundPrefix = 'CP'

/** What the police may want back when a result is handed over: named by whoever plans the round, for nothing else knows it yet. */
export const collectables = {
  receipt: 'giấy tiếp nhận và hẹn trả',
  old_card: 'thẻ, giấy tờ cũ',
  old_registration: 'giấy đăng ký cũ',
  other: 'giấy tờ khác',
} as const
export type Collectable = keyof typeof collectables

/** Which legal paper was seen at the door; its kind and last four characters are kept, never a picture. */
export const papersSeen = {
  cccd: 'Căn cước, CCCD',
  cmnd: 'Chứng minh nhân dân',
  passport: 'Hộ chiếu',
  other: 'Giấy tờ khác có ảnh',
} as const

/** By what the taking is proven. Of one who cannot write a witness is named; a fingerprint stays on the paper. */
export const means = {
  sheet: 'Chữ ký trên giấy',
  slip_code: 'Mã tra cứu trên phiếu gửi',
  witness: 'Người làm chứng',
  signature: 'Chữ ký trên máy',
} as const

/** What became of a parcel on a round, in the order in which a person asks. */
export const parcelStates = {
  to_load: 'Chưa nhận đi phát',
  in_hand: 'Đang đi phát',
  attempted: 'Chưa phát được',
  back: 'Đã về bưu cục',
  moved: 'Chuyển cho bưu tá khác',
  elsewhere: 'Nơi khác đang giữ',
  lost: 'Đã báo mất',
  off_round: 'Bưu tá khác phát ngoài chuyến',
  handed_out: 'Người khác đã phát',
  delivered: 'Đã phát',
} as const
export type ParcelState = keyof typeof parcelStates

/** Of these the courier still has to say what became of them at the door. */
export const openStates: readonly ParcelState[] = ['to_load', 'in_hand']

/** Still to be reported again the same day: the courier has them in hand. */
export const reportableStates: readonly ParcelState[] = [...openStates, 'attempted']

const settled: readonly ParcelState[] = ['delivered', 'handed_out', 'back', 'moved', 'to_load']

/** Whether nobody has to ask after it once the round is closed. */
export const isSettled = (state: ParcelState): boolean => settled.includes(state)

/** What is to be done with a result that could not be delivered and lies at the office. */
export const dueDeeds = {
  first_notice: 'Gửi giấy mời lần 1',
  second_notice: 'Gửi giấy mời lần 2',
  hold: 'Giữ đến ngày',
  send_back: 'Chuyển hoàn',
  wait: 'Chờ người nhận đến',
} as const
export type DueDeed = keyof typeof dueDeeds

/** Where the return envelopes of a round are when it is closed. */
export const envelopeStates = {
  handed_in: 'đã nộp',
  in_hand: 'bưu tá còn giữ',
  elsewhere: 'nơi khác đang giữ',
} as const
export type EnvelopeState = keyof typeof envelopeStates
