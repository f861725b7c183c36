import type { Language } from '../../src/kit/language.ts'

/** What went wrong, how to go on, and what is already safe. */
export type ProblemWords = { title: string; next: string }

type Words = {
  byStatus: Record<403 | 404 | 429 | 500 | 503, ProblemWords>
  other: ProblemWords
  number: string
  home: string
}

export const problemWords: Record<Language, Words> = {
  vi: {
    byStatus: {
      403: { title: 'Trang này không mở được với tài khoản này', next: 'Nếu cần, xin hỏi người quản trị của đơn vị.' },
      404: { title: 'Không có trang này', next: 'Xin xem lại địa chỉ, hoặc bắt đầu từ trang đầu.' },
      429: { title: 'Xin chờ một lát', next: 'Đã thử nhiều lần trong thời gian ngắn. Xin thử lại sau ít phút.' },
      500: { title: 'Hệ thống có lỗi', next: 'Lỗi không phải do ông/bà. Những gì đã báo thành công đều được giữ.' },
      503: {
        title: 'Hệ thống tạm gián đoạn',
        next: 'Những gì đã báo thành công đều được giữ. Xin tải lại trang sau ít giây.',
      },
    },
    other: { title: 'Chưa làm được', next: 'Xin quay lại trang trước và làm lại.' },
    number: 'Khi gọi điện, xin đọc mã này',
    home: 'Về trang đầu',
  },
  en: {
    byStatus: {
      403: { title: 'This account may not open this page', next: 'If you need it, ask your administrator.' },
      404: { title: 'There is no such page', next: 'Check the address, or begin at the first page.' },
      429: {
        title: 'Please wait a moment',
        next: 'There were many tries in a short time. Try again in a few minutes.',
      },
      500: { title: 'Something went wrong', next: 'It is not your fault. Whatever was confirmed to you is kept.' },
      503: {
        title: 'We are interrupted for a moment',
        next: 'Whatever was confirmed to you is kept. Load the page again in a few seconds.',
      },
    },
    other: { title: 'That did not work', next: 'Go back to the page before and try again.' },
    number: 'If you call, read out this number',
    home: 'To the first page',
  },
}
