import { shortDate } from '../../src/kit/time.ts'
import type { Why } from '../../src/messages/words.ts'
import { dayMonth, type MessageText } from './phrases.ts'

const because: Record<Why, string> = {
  not_delivered: 'chưa gặp được người nhận',
  astray: 'chuyển nhầm bưu cục',
  lost: 'đang xác minh bưu gửi',
  slow: 'vận chuyển chậm',
  police: 'công an cần thêm thời gian',
}

/** Why, the new day, and whom to call. */
export const late: MessageText = {
  title: 'Hồ sơ bị trễ hẹn',
  status: 'Trễ hẹn, xin lỗi ông/bà',
  sms: ({ why, newDay, hotline }) =>
    `trễ hẹn vì ${because[why]}. ${newDay ? `Dự kiến ngày ${dayMonth(newDay)}` : 'Ngày mới sẽ báo sau'}. Xin lỗi ông/bà. Gọi ${hotline}`,
  short: ({ newDay }) => (newDay ? `trễ hẹn, dự kiến ${dayMonth(newDay)}` : 'trễ hẹn, sẽ báo ngày mới'),
  paragraphs: ({ why, newDay }) => [
    `Hồ sơ của ông/bà bị trễ hẹn vì ${because[why]}. Chúng tôi xin lỗi ông/bà.`,
    newDay ? `Ngày dự kiến mới: ${shortDate(newDay)}.` : 'Chúng tôi báo ngày mới ngay khi biết.',
  ],
}
