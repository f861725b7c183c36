import type { Language } from '../../src/kit/language.ts'
import type { ProcedureRow } from '../../src/procedures/queries.ts'

type Level = ProcedureRow['level']

type ProcedureWords = {
  title: string
  lead: string
  search: string
  searchHint: string
  field: string
  allFields: string
  level: string
  allLevels: string
  levels: Record<Level, string>
  find: string
  found: (count: number) => string
  none: string
  clear: string
  unverified: string
  unverifiedWhy: string
  documents: string
  ifNeeded: string
  fee: string
  feeUnknown: string
  postageToo: string
  time: string
  days: (days: number) => string
  timeUnknown: string
  where: string
  desks: Record<Level, string>
  filing: string
  result: string
  receives: Record<'yes' | 'no', string>
  returns: Record<'yes' | 'no', string>
  ways: { both: string; receive: string; return: string; none: string }
  fieldOf: string
  code: string
  back: string
}

/** The public catalogue. Names of procedures and papers stay Vietnamese: that is how the desk knows them. */
export const procedureWords: Record<Language, ProcedureWords> = {
  vi: {
    title: 'Thủ tục làm qua bưu điện',
    lead: 'Gõ tên thủ tục, có dấu hay không dấu đều được.',
    search: 'Tìm thủ tục',
    searchHint: 'Ví dụ: ho chieu, dang ky xe, con dau',
    field: 'Lĩnh vực',
    allFields: 'Tất cả lĩnh vực',
    level: 'Nơi giải quyết',
    allLevels: 'Tất cả các cấp',
    levels: { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' },
    find: 'Tìm',
    found: count => `${count} thủ tục`,
    none: 'Không có thủ tục nào khớp. Xin gõ ít chữ hơn, hoặc gọi số điện thoại cuối trang.',
    clear: 'Xem tất cả thủ tục',
    unverified: 'chưa xác minh',
    unverifiedWhy: 'Chỗ ghi “chưa xác minh” chưa đối chiếu được với văn bản công bố. Xin hỏi lại khi nộp.',
    documents: 'Giấy tờ cần có',
    ifNeeded: 'chỉ khi thuộc trường hợp này',
    fee: 'Lệ phí nhà nước',
    feeUnknown: 'chưa xác định, công an báo khi tiếp nhận',
    postageToo: 'Cước bưu điện tính riêng, báo trước khi nhận hồ sơ.',
    time: 'Thời gian giải quyết',
    days: days => `${days} ngày làm việc, tính từ khi công an tiếp nhận`,
    timeUnknown: 'công an báo khi tiếp nhận',
    where: 'Nơi giải quyết',
    desks: {
      province: 'Công an tỉnh Đắk Nông',
      district: 'Công an huyện, thành phố nơi cư trú',
      commune: 'Công an xã, phường, thị trấn nơi cư trú',
    },
    filing: 'Nộp hồ sơ',
    result: 'Nhận kết quả',
    receives: { yes: 'Bưu điện nhận hồ sơ', no: 'Phải nộp trực tiếp hoặc trực tuyến' },
    returns: { yes: 'Bưu điện trả kết quả tận tay', no: 'Nhận kết quả tại cơ quan công an' },
    ways: {
      both: 'bưu điện nhận và trả',
      receive: 'bưu điện chỉ nhận hồ sơ',
      return: 'bưu điện chỉ trả kết quả',
      none: 'không qua bưu điện',
    },
    fieldOf: 'Lĩnh vực',
    code: 'Mã thủ tục',
    back: 'Tất cả thủ tục',
  },
  en: {
    title: 'Procedures by post',
    lead: 'Type part of the Vietnamese name, with or without accents.',
    search: 'Find a procedure',
    searchHint: 'For example: ho chieu (passport), dang ky xe (vehicle registration)',
    field: 'Field',
    allFields: 'All fields',
    level: 'Handled by',
    allLevels: 'All levels',
    levels: { province: 'Province', district: 'District', commune: 'Commune' },
    find: 'Find',
    found: count => (count === 1 ? '1 procedure' : `${count} procedures`),
    none: 'No procedure matches. Type fewer words, or call the number at the end of the page.',
    clear: 'Show all procedures',
    unverified: 'unverified',
    unverifiedWhy: 'What is marked “unverified” could not be compared with a published text. Please ask when you file.',
    documents: 'Papers you need',
    ifNeeded: 'only if this applies to you',
    fee: 'State fee',
    feeUnknown: 'not known yet; the police tell you when they accept',
    postageToo: 'Postage is extra; you are told before you file.',
    time: 'Time',
    days: days => `${days} working days from the day the police accept`,
    timeUnknown: 'the police tell you when they accept',
    where: 'Handled by',
    desks: {
      province: 'Police of Đắk Nông province',
      district: 'Police of your district or city',
      commune: 'Police of your commune or ward',
    },
    filing: 'Filing',
    result: 'Result',
    receives: { yes: 'The post takes the dossier', no: 'You must file in person or online' },
    returns: { yes: 'The post hands you the result', no: 'You fetch the result from the police' },
    ways: {
      both: 'the post takes and returns',
      receive: 'the post only takes the dossier',
      return: 'the post only returns the result',
      none: 'not by post',
    },
    fieldOf: 'Field',
    code: 'Procedure code',
    back: 'All procedures',
  },
}
