import type { Language } from '../../src/kit/language.ts'
import type { ratings } from '../../src/messages/options.ts'

type SurveyWords = {
  title: string
  first: string
  rating: string
  ratings: Record<(typeof ratings)[number], string>
  calls: string
  yes: string
  no: string
  code: string
  codeHint: string
  send: string
  thanks: string
  thanksText: string
}

/** The survey of the slip left at delivery. */
export const surveyWords: Record<Language, SurveyWords> = {
  vi: {
    title: 'Ông/bà có hài lòng không?',
    first: 'Ba câu hỏi ngắn. Không cần ghi tên.',
    rating: 'Ông/bà thấy việc gửi và nhận qua bưu điện thế nào?',
    ratings: {
      '5': 'Rất hài lòng',
      '4': 'Hài lòng',
      '3': 'Bình thường',
      '2': 'Không hài lòng',
      '1': 'Rất không hài lòng',
    },
    calls: 'Ông/bà có phải gọi điện hoặc đi hỏi không?',
    yes: 'Có',
    no: 'Không',
    code: 'Mã tra cứu trên phiếu gửi (không bắt buộc)',
    codeHint: 'Giúp chúng tôi biết bưu cục nào làm tốt.',
    send: 'Gửi ý kiến',
    thanks: 'Cảm ơn ông/bà',
    thanksText: 'Chúng tôi đã ghi nhận ý kiến.',
  },
  en: {
    title: 'Are you satisfied?',
    first: 'Three short questions. No name is needed.',
    rating: 'How was sending and receiving by post?',
    ratings: {
      '5': 'Very satisfied',
      '4': 'Satisfied',
      '3': 'Neither',
      '2': 'Dissatisfied',
      '1': 'Very dissatisfied',
    },
    calls: 'Did you have to call or go and ask?',
    yes: 'Yes',
    no: 'No',
    code: 'Lookup code on your slip (not required)',
    codeHint: 'It tells us which office does well.',
    send: 'Send',
    thanks: 'Thank you',
    thanksText: 'We have noted your answer.',
  },
}
