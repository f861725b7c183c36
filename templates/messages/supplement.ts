import { shortDate } from '../../src/kit/time.ts'
import type { MessageText } from './phrases.ts'

export const supplement: MessageText = {
  title: 'Hồ sơ cần bổ sung giấy tờ',
  status: 'Cần bổ sung giấy tờ',
  sms: ({ until, hotline }) =>
    `cần bổ sung giấy tờ${until ? ` trước hết ngày ${shortDate(until)}` : ''}. Hỏi ${hotline}`,
  short: ({ until }) => `cần bổ sung${until ? ` trước ${shortDate(until)}` : ' giấy tờ'}`,
  paragraphs: ({ until, items }) => [
    `Công an đề nghị bổ sung giấy tờ${until ? `, đến hết ngày ${shortDate(until)}` : ''}.`,
    ...(items.length ? [`Giấy tờ cần bổ sung: ${items.join('; ')}.`] : []),
    'Ông/bà nộp tại bưu cục nơi đã nộp hồ sơ.',
  ],
}
