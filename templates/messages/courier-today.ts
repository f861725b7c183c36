import { dong } from '../../src/kit/money.ts'
import { localDate } from '../../src/kit/time.ts'
import { bringFully, bringShortly, dayMonth, type MessageText, payFully, payShortly, whatComes } from './phrases.ts'

export const courierToday: MessageText = {
  title: 'Bưu tá phát kết quả hôm nay',
  status: 'Bưu tá phát hôm nay',
  sms: words => `bưu tá phát hôm nay ${dayMonth(localDate(words.at))}. ${bringShortly(words)}. ${payShortly(words)}`,
  short: words => (words.pay ? `phát hôm nay, ${dong(words.pay)}` : 'bưu tá phát hôm nay'),
  paragraphs: words => [
    `Bưu tá phát ${whatComes(words)} trong hôm nay, ngày ${dayMonth(localDate(words.at))}.`,
    bringFully(words),
    payFully(words),
  ],
}
