import { shortDate } from '../../src/kit/time.ts'
import { at, bringFully, bringShortly, dayMonth, type MessageText, payFully, payShortly, whatComes } from './phrases.ts'

export const waiting: MessageText = {
  title: 'Kết quả chờ ông/bà tại bưu cục',
  status: 'Chờ nhận tại bưu cục',
  sms: words =>
    `chờ tại ${at(words)}${words.until ? ` đến ${dayMonth(words.until)}` : ''}. ${bringShortly(words)}. ${payShortly(words)}`,
  short: ({ until }) => `chờ ở bưu cục${until ? ` đến ${shortDate(until)}` : ''}`,
  paragraphs: words => [
    `${whatComes(words) === 'kết quả' ? 'Kết quả' : 'Giấy tờ'} chờ ông/bà tại ${at(words)}${words.until ? `, giữ đến hết ngày ${shortDate(words.until)}` : ''}.`,
    bringFully(words),
    payFully(words),
  ],
}
