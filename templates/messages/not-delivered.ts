import { attemptMeasures, attemptReasons } from '../../src/custody/reasons.ts'
import type { MessageWords } from '../../src/messages/words.ts'
import { at, dayMonth, type MessageText, whatComes } from './phrases.ts'

export const notDelivered: MessageText = {
  title: 'Chưa phát được kết quả',
  status: 'Chưa phát được',
  sms: words => `chưa phát được${reason(words)}, ${next(words)}${isHeld(words) ? '' : `. Hỏi ${words.hotline}`}`,
  short: words => `chưa phát được, ${nextShortly(words)}`,
  paragraphs: words => [
    `Bưu tá chưa phát được ${whatComes(words)}${reason(words)}.`,
    `Việc tiếp theo: ${next(words)}.`,
    'Nếu ông/bà có ở nhà lúc đó, xin gọi cho chúng tôi.',
  ],
}

const isHeld = ({ attempt }: MessageWords) => attempt?.measure === 'hold'

const reason = ({ attempt }: MessageWords) => (attempt ? `: ${attemptReasons[attempt.reason]}` : '')

function next(words: MessageWords): string {
  const { attempt } = words
  if (isHeld(words)) return `mời nhận tại ${at(words)}`
  if (attempt?.measure === 'again' && attempt.againOn) return `sẽ phát lại ngày ${dayMonth(attempt.againOn)}`
  return attempt ? attemptMeasures[attempt.measure] : attemptMeasures.again
}

const nextShortly = ({ attempt }: MessageWords) =>
  ({ again: 'sẽ phát lại', hold: 'giữ ở bưu cục', send_back: 'chuyển hoàn' })[attempt?.measure ?? 'again']
