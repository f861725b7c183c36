import { hourAndDay, type MessageText, whatComes } from './phrases.ts'

export const delivered: MessageText = {
  title: 'Đã phát kết quả',
  status: 'Đã phát thành công',
  sms: words => `đã phát ${whatComes(words)} lúc ${hourAndDay(words.at)}. Nếu không đúng, gọi ${words.hotline}`,
  short: words => `đã phát ${hourAndDay(words.at)}`,
  paragraphs: words => [
    `Bưu điện đã phát ${whatComes(words)} lúc ${hourAndDay(words.at)}.`,
    'Nếu ông/bà chưa nhận được, xin gọi ngay cho chúng tôi.',
  ],
}
