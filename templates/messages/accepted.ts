import { shortDate } from '../../src/kit/time.ts'
import type { MessageText } from './phrases.ts'

export const accepted: MessageText = {
  title: 'Công an đã tiếp nhận hồ sơ',
  status: 'Công an đã tiếp nhận hồ sơ',
  sms: ({ dueOn }) =>
    `công an đã tiếp nhận hồ sơ. ${dueOn ? `Hẹn trả kết quả ngày ${shortDate(dueOn)}` : 'Ngày trả kết quả sẽ báo sau'}`,
  short: ({ dueOn }) => (dueOn ? `công an hẹn trả ${shortDate(dueOn)}` : 'công an đã tiếp nhận'),
  paragraphs: ({ dueOn }) => [
    'Công an đã kiểm tra và tiếp nhận hồ sơ.',
    dueOn ? `Ngày hẹn trả kết quả: ${shortDate(dueOn)}.` : 'Ngày hẹn trả kết quả sẽ được báo sau.',
  ],
}
