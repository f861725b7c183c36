import type { PromisePoliciesRow } from '../../db/tables.ts'
import { isStep, ruleOf } from '../../src/custody/steps.ts'

/** What a supervisor reads of clocks, levels and reviews. */
export const clockWords: Record<PromisePoliciesRow['clock'], string> = {
  delivery: 'Phát kết quả',
  lodging: 'Đưa hồ sơ đến công an',
  papers_back: 'Nộp lại giấy tờ thu hồi',
  processing: 'Giải quyết hồ sơ',
}

export const levelWords = {
  at_risk: { word: 'Sắp trễ', look: 'review' },
  missed: { word: 'Khó kịp', look: 'review' },
  breach: { word: 'Trễ hẹn', look: 'bad' },
} as const

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
  out_of_bag: 'Quét riêng trong khi túi còn niêm phong',
}

/** What was scanned; a stock count asks without a scan. */
export const stepWords = (step: string | null): string => {
  if (step === null) return 'Kiểm kê cuối ngày'
  return isStep(step) ? ruleOf(step).label : step
}
