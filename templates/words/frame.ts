import type { Language } from '../../src/kit/language.ts'

type FrameWords = {
  skip: string
  product: string
  what: string
  track: string
  procedures: string
  menu: string
  otherLanguage: string
  demo: string
  error: string
  check: string
  help: string
  call: (phone: string) => string
  noTransfer: string
}

/** What stands around every page for citizens. */
export const frameWords: Record<Language, FrameWords> = {
  vi: {
    skip: 'Đến nội dung chính',
    product: 'Bưu Trạm',
    what: 'Nộp hồ sơ công an, nhận kết quả qua bưu điện – tỉnh Đắk Nông',
    track: 'Tra cứu',
    procedures: 'Thủ tục',
    menu: 'Các trang',
    otherLanguage: 'English',
    demo: 'Dữ liệu mẫu, cơ cấu 2022. Không phải hồ sơ thật.',
    error: 'Lỗi',
    check: 'Xin xem lại',
    help: 'Cần giúp?',
    call: phone => `Xin gọi ${phone}`,
    noTransfer: 'Bưu điện không yêu cầu chuyển khoản. Ai gọi bảo ông/bà chuyển tiền là kẻ lừa đảo.',
  },
  en: {
    skip: 'Skip to the main content',
    product: 'Bưu Trạm',
    what: 'Dossiers to the police and results back by post – Đắk Nông province',
    track: 'Track',
    procedures: 'Procedures',
    menu: 'Pages',
    otherLanguage: 'Tiếng Việt',
    demo: 'Sample data, structure of 2022. These are not real dossiers.',
    error: 'Error',
    check: 'Please check',
    help: 'Need help?',
    call: phone => `Call ${phone}`,
    noTransfer: 'The post never asks you to transfer money. Whoever calls and asks for it is a fraud.',
  },
}
