import type { Flag } from '../../src/custody/fact.ts'
import type { ScanLine } from '../../src/custody/scan-lines.ts'
import { holderWords } from './holder-words.ts'

export type Look = 'good' | 'late' | 'again' | 'review' | 'bad'

/** A verdict as the station says it: a word, a colour with a shape, and a sound. */
export const verdictWords: Record<ScanLine['verdict'], { word: string; look: Look; sound: 'ok' | 'repeat' | 'wrong' }> =
  {
    recorded: { word: 'Đã ghi', look: 'good', sound: 'ok' },
    recorded_late: { word: 'Đã ghi, đến muộn', look: 'late', sound: 'ok' },
    already_recorded: { word: 'Đã ghi từ trước', look: 'again', sound: 'repeat' },
    for_review: { word: 'Chờ xem xét', look: 'review', sound: 'wrong' },
    refused: { word: 'Không ghi', look: 'bad', sound: 'wrong' },
  }

const afterFlag: Record<Flag, string> = {
  misrouted: 'Lạc hướng. Chọn “Chuyển tiếp” và in nhãn mới.',
  wrong_hands: 'Phải phát tận tay người nhận. Báo người giám sát.',
  jump: 'Thiếu một lần quét trước đó. Cứ làm tiếp, người giám sát sẽ hỏi lại.',
}

/** Why it is so, and what to do next. */
export function nextAction(line: ScanLine): string {
  switch (line.verdict) {
    case 'recorded':
      return line.message ?? flagged(line) ?? 'Làm tiếp bưu gửi sau.'
    case 'recorded_late':
      return flagged(line) ?? 'Đã có lần quét mới hơn. Không cần quét lại.'
    case 'already_recorded':
      return 'Không cần quét lại.'
    case 'for_review':
      return `Hệ thống đang ghi: ${holderWords(line)} giữ. Để riêng bưu gửi, báo người giám sát.`
    case 'refused':
      return line.message ?? 'Xin quét lại từ nhãn.'
    default:
      return line.verdict satisfies never
  }
}

const flagged = ({ flags }: ScanLine) => {
  const [worst] = (Object.keys(afterFlag) as Flag[]).filter(flag => flags?.includes(flag))
  return worst ? afterFlag[worst] : null
}
