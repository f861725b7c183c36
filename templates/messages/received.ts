import { localDate } from '../../src/kit/time.ts'
import { dayMonth, hourAndDay, type MessageText } from './phrases.ts'

export const received: MessageText = {
  title: 'Bưu điện đã nhận hồ sơ',
  status: 'Bưu điện đã nhận hồ sơ',
  sms: ({ at }) => `bưu điện đã nhận hồ sơ ngày ${dayMonth(localDate(at))}. Công an tiếp nhận xong sẽ báo tin`,
  short: ({ at }) => `đã nhận hồ sơ ngày ${dayMonth(localDate(at))}`,
  paragraphs: ({ at }) => [
    `Bưu điện đã nhận hồ sơ lúc ${hourAndDay(at)} và chuyển đến công an.`,
    'Khi công an tiếp nhận, chúng tôi báo ông/bà ngày hẹn trả kết quả.',
  ],
}
