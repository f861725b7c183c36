import type { HearersRow, HolidaysRow, PromisePoliciesRow, WatchSettingsRow } from '../../db/tables.ts'

/** What the tables of promises say in one word of a fixed list, as people read it. */
export const unitWords: Record<PromisePoliciesRow['unit'], string> = {
  hours: 'giờ liên tục',
  working_hours: 'giờ làm việc',
  working_days: 'ngày làm việc',
}

export const calendarWords: Record<PromisePoliciesRow['calendar'], string> = {
  agency: 'lịch công an',
  counter: 'lịch quầy',
  rounds: 'lịch chuyến thư',
}

export const scopeWords: Record<NonNullable<PromisePoliciesRow['scope']>, string> = {
  in_province: 'trong tỉnh',
  out_of_province: 'ngoài tỉnh',
  town: 'thành thị',
  rural: 'nông thôn',
}

export const dayWords: Record<HolidaysRow['kind'], string> = { off: 'nghỉ', working: 'làm bù, như thứ Hai' }

export const hearerWords: Record<HearersRow['hearer'], string> = {
  holder: 'nơi đang giữ',
  lead: 'đơn vị phụ trách nơi đang giữ',
  desk: 'nơi giải quyết',
  post_province: 'bưu điện tỉnh',
  police_province: 'công an tỉnh',
}

export const settingWords: Record<WatchSettingsRow['watch'], string> = {
  unaccepted: 'bảng giao chưa ai nhận',
  silent_courier: 'bưu tá giữ mà không quét',
  silent_carrier: 'trên đường ngoài tỉnh mà không quét',
  silent_bag: 'túi thư trên đường không ai quét',
  uncounted: 'chưa kiểm kê cuối ngày',
  round_open: 'chuyến phát chưa chốt',
  messages_stuck: 'tin nhắn không gửi được',
  tick_late: 'lịch tự chạy bị ngừng',
}
