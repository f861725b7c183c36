import { at, hourAndDay, type MessageText, payFully, payShortly, whatComes } from './phrases.ts'

export const onItsWay: MessageText = {
  title: 'Kết quả đang trên đường về',
  status: 'Kết quả đang trên đường về',
  sms: words =>
    `${whatComes(words)} đang về${words.isCollected ? ` ${at(words)}` : ''}${words.promisedBy ? `, dự kiến trước ${hourAndDay(words.promisedBy)}` : ''}. ${payShortly(words)}`,
  short: ({ promisedBy }) => (promisedBy ? `về trước ${hourAndDay(promisedBy)}` : 'đang trên đường về'),
  paragraphs: words => [
    `Bưu điện đã nhận ${whatComes(words)} từ công an và đang chuyển về${words.isCollected ? ` ${at(words)}` : ' địa chỉ của ông/bà'}.`,
    ...(words.promisedBy ? [`Dự kiến có trước ${hourAndDay(words.promisedBy)}.`] : []),
    payFully(words),
  ],
}
