import type { DeadLetter } from '../../src/messages/dead-letters.ts'
import { texts } from './texts.ts'

/** What a message is about, as staff read it. */
export const titleOfKind = (kind: DeadLetter['kind']): string => {
  if (kind === 'alerts') return 'Cảnh báo cho đơn vị'
  return kind === 'digest' ? 'Việc trong ngày của đơn vị' : texts[kind].title
}

const plain: Record<string, string> = {
  'no address': 'Hồ sơ không có số điện thoại hoặc địa chỉ thư',
  'not set up': 'Kênh này chưa được cài đặt',
  'not reached': 'Gọi nhiều lần không được',
  timeout: 'Nhà cung cấp không trả lời',
  network: 'Không nối được với nhà cung cấp',
}

/** Why it failed; a code of the provider stays as it is, to be asked about. */
export const troubleWords = (trouble: string | null): string =>
  trouble ? (plain[trouble] ?? `Nhà cung cấp trả lời: ${trouble}`) : ''
