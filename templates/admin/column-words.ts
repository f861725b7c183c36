import { clockWords, levelWords } from '../control/words.ts'
import { excuseWords } from '../words/excuses.ts'
import { calendarWords, dayWords, hearerWords, scopeWords, settingWords, unitWords } from './promise-words.ts'

type Column = {
  name: string
  /** How it is written. */
  takes?: string
  /** All it may say, where that is a fixed list. */
  allows?: Record<string, string>
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const inLower = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([value, meaning]) => [value, lower(meaning)]))

const levels = Object.fromEntries(Object.entries(levelWords).map(([level, { word }]) => [level, lower(word)]))

/** What the columns of the files are called and take. */
export const columnWords: Record<string, Column> = {
  from_unit: { name: 'Đi từ', takes: 'mã đơn vị' },
  to_unit: { name: 'Đến', takes: 'mã đơn vị; để trống là chuyến đi phát' },
  days: { name: 'Thứ', takes: 'ngày trong tuần, 0 là Chủ nhật: 1-6 hoặc 1-5 0' },
  leaves: { name: 'Giờ đi', takes: '05:00' },
  arrives: { name: 'Giờ đến', takes: '07:00; hôm sau thì 06:30+1' },
  on_holidays: { name: 'Chạy ngày lễ', takes: 'yes (có) hoặc no (không)' },
  day: { name: 'Ngày', takes: '2027-04-30 hoặc 30/04/2027' },
  name: { name: 'Tên' },
  kind: { name: 'Là', allows: dayWords },
  is_verified: { name: 'Đã xác nhận', takes: 'đã có văn bản xác nhận chưa: yes (có) hoặc no (không)' },
  id: { name: 'Lịch', allows: calendarWords },
  hours: { name: 'Giờ', takes: '1-5 07:30-11:30 13:30-17:00; 6 07:30-11:30' },
  keeps_holidays: { name: 'Nghỉ lễ', takes: 'yes (có) hoặc no (không)' },
  unit_id: { name: 'Đơn vị', takes: 'mã đơn vị' },
  calendar: { name: 'Lịch', allows: calendarWords },
  clock: { name: 'Thời hạn', allows: inLower(clockWords) },
  reading: { name: 'Cách đọc', takes: 'cũng là tên' },
  amount: { name: 'Bao nhiêu', takes: 'số nguyên; để trống nếu theo từng thủ tục' },
  unit: { name: 'Tính bằng', allows: unitWords },
  is_binding: { name: 'Ràng buộc', takes: 'yes (có), hoặc no (không) nếu chỉ để đối chiếu' },
  scope: { name: 'Nơi', takes: 'để trống là mọi nơi', allows: scopeWords },
  excuses: { name: 'Được trừ khi', takes: 'nhiều lý do thì cách nhau một khoảng trắng', allows: excuseWords },
  source: { name: 'Căn cứ' },
  level: { name: 'Mức', allows: levels },
  hearer: { name: 'Ai nghe', allows: hearerWords },
  watch: { name: 'Việc', allows: settingWords },
  meaning: { name: 'Nghĩa là', takes: 'phút ấy tính thế nào' },
}

/** A column's name as people read it, beside its name in the file. */
export const columnHead = (column: string) => {
  const words = columnWords[column]
  return words ? `${words.name} (${column})` : column
}
