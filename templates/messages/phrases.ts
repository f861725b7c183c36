import { dong } from '../../src/kit/money.ts'
import { clockTime, type IsoDate, localDate, shortDate } from '../../src/kit/time.ts'
import type { MessageWords } from '../../src/messages/words.ts'

/** One kind of message as data: what each channel says of it. Everything is written with marks; what must not have them loses them. */
export type MessageText = {
  /** The subject of an e-mail, and what the clerk's list calls it. */
  title: string
  /** For Zalo, at most 30 characters. */
  status: string
  /** One SMS without marks, beside the reference and the fixed line: at most 102 characters. */
  sms: (words: MessageWords) => string
  /** One SMS with marks, beside the same: at most 29 characters. */
  short: (words: MessageWords) => string
  /** An e-mail's paragraphs, and what a clerk says on the phone. */
  paragraphs: (words: MessageWords) => string[]
}

/** `27/11`: this year or the next is not said where there is no room. */
export const dayMonth = (day: IsoDate) => shortDate(day).slice(0, 5)

/** `10 giờ 05 ngày 25/11` */
export const hourAndDay = (at: Date) => `${clockTime(at)} ngày ${dayMonth(localDate(at))}`

/** What has to be paid, in a few words; an amount nobody knows stands on the slip, or will. */
export function payShortly({ pay }: MessageWords): string {
  if (pay === 0) return 'Không phải trả'
  return pay === null ? 'Tiền theo phiếu' : `Trả ${dong(pay)}`
}

export function payFully({ pay }: MessageWords): string {
  if (pay === 0) return 'Ông/bà không phải trả thêm tiền.'
  if (pay === null) return 'Số tiền phải trả đúng như ghi trên phiếu gửi.'
  return `Số tiền phải trả khi nhận: ${dong(pay)}, đúng như ghi trên phiếu gửi.`
}

/** What to bring, in a few words. */
export const bringShortly = ({ bring }: MessageWords) =>
  ({
    recipient_only: 'Mang căn cước của người nhận',
    authorised: 'Mang giấy tờ, nhận thay: ủy quyền',
    household: 'Mang giấy tờ tùy thân',
  })[bring ?? 'household']

export const bringFully = ({ bring }: MessageWords) =>
  ({
    recipient_only: 'Xin mang theo giấy tờ tùy thân. Chỉ chính người nhận được nhận.',
    authorised: 'Xin mang theo giấy tờ tùy thân. Ai nhận thay thì thêm giấy ủy quyền.',
    household: 'Xin mang theo giấy tờ tùy thân của ông/bà hoặc của người cùng nhà.',
  })[bring ?? 'household']

export const whatComes = ({ thing }: MessageWords) => (thing === 'papers' ? 'giấy tờ' : 'kết quả')

/** At an office that is known by name; else at the office of the slip. */
export const at = ({ office }: MessageWords) => office ?? 'bưu cục trên phiếu gửi'
