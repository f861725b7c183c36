import type { AlertsRow, PromisePoliciesRow } from '../../db/tables.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'
import type { AlertRow } from '../../src/promises/open-alerts.ts'

/** What a supervisor reads of clocks, levels and reviews. */
export const clockWords: Record<PromisePoliciesRow['clock'], string> = {
  delivery: 'Phát kết quả',
  lodging: 'Đưa hồ sơ đến công an',
  papers_back: 'Nộp lại giấy tờ thu hồi',
  processing: 'Giải quyết hồ sơ',
  hand_back: 'Công an giao kết quả cho bưu điện',
  refund: 'Hoàn tiền',
  holding: 'Giữ tại bưu cục',
}

export const levelWords = {
  at_risk: { word: 'Sắp trễ', look: 'review' },
  missed: { word: 'Khó kịp', look: 'review' },
  breach: { word: 'Trễ hẹn', look: 'bad' },
  breach_day: { word: 'Trễ quá một ngày', look: 'bad' },
  watch: { word: 'Cần xem', look: 'review' },
} as const satisfies Record<AlertsRow['level'], { word: string; look: string }>

/** What is watched beside clocks; of a clock its own word says it. */
const watchWords: Record<Exclude<AlertsRow['watch'], 'clock'>, string> = {
  unaccepted: 'Bảng giao nhận đã ký giao mà chưa ai nhận',
  silent: 'Đang giữ mà lâu không quét',
  uncounted: 'Chưa kiểm kê cuối ngày',
  count_differs: 'Kiểm kê có chênh lệch',
  round_open: 'Chuyến phát chưa chốt',
  cash_out: 'Tiền của chuyến chưa nộp đủ',
  messages_stuck: 'Tin nhắn không gửi được',
  tick_late: 'Bảng giờ đã ngừng một lúc',
}

/** What an alert is about. */
export const aboutWords = ({ watch, clock }: Pick<AlertRow, 'watch' | 'clock'>): string =>
  watch === 'clock' ? (clock ? clockWords[clock] : '') : watchWords[watch]

export const reviewWords: Record<string, string> = {
  contradiction: 'Hai lần quét trái nhau',
  jump: 'Thiếu một lần quét',
  misrouted: 'Lạc hướng',
  wrong_hands: 'Phát không đúng người',
  lost: 'Báo mất',
  damaged: 'Báo hư hỏng',
  opening: 'Mở ra khác bảng kê',
  stock_short: 'Kiểm kê thiếu',
  stock_over: 'Kiểm kê thừa',
  signed_sheet: 'Khác với bảng giao nhận đã ký',
  was_at_home: 'Người nhận nói có ở nhà',
  out_of_bag: 'Quét riêng trong khi túi còn niêm phong',
}

/** What was scanned; a stock count asks without a scan. */
export const stepWords = (step: string | null): string => {
  if (step === null) return 'Kiểm kê cuối ngày'
  return isStep(step) ? ruleOf(step).label : step
}
