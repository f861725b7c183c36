import { dong } from '../../src/kit/money.ts'
import { nationalPhone } from '../../src/kit/phone.ts'
import type { Hands } from '../../src/parcels/strictest-hands.ts'
import type { Unit } from '../../src/places/queries.ts'
import type { Round } from '../../src/rounds/queries.ts'
import type { RoundLine } from '../../src/rounds/round-lines.ts'
import type { Stop } from '../../src/rounds/stops.ts'
import { groupedItemCode, groupedReference } from './code-groups.ts'
import { type Flow, field, paragraph, startFlow } from './flow.ts'
import { codeInBars, title } from './forms.ts'
import { finish, newSheet } from './page.ts'

type Line = Pick<
  RoundLine,
  'code' | 'hands' | 'stop' | 'state' | 'name' | 'phone' | 'address' | 'amount_to_collect' | 'papers'
>

/** The collection notices a courier takes along: one for each stop that is still open. */
export type PrintedNotices = Pick<Round, 'number' | 'courier'> & {
  office: Pick<Unit, 'name' | 'address' | 'phone'>
  stops: readonly Stop<Line>[]
  madeAt: Date
}

/**
 * Giấy mời nhận bưu gửi, A6, a page a receiver: written before anybody knows whether it is needed, so number, date and
 * term are filled in at the door. It lies about where others read it: no word of the procedure, nor of the police.
 */
export function collectionNoticesPdf(notices: PrintedNotices): Promise<Buffer> {
  const sheet = newSheet('a6', `Giấy mời của chuyến phát ${groupedReference(notices.number)}`, notices.madeAt)
  for (const stop of notices.stops) drawNotice(startFlow(sheet, 'a6'), notices, stop)
  return finish(sheet)
}

const size = 8.5

function drawNotice(
  flow: Flow,
  { office, courier }: PrintedNotices,
  { name, address, left, to_collect, hands }: Stop<Line>,
) {
  paragraph(flow, office.name.toUpperCase(), { size, face: 'bold', align: 'center' }, 5)
  title(flow, 'GIẤY MỜI NHẬN BƯU GỬI', 'Lần: ………… (1 hoặc 2)')
  for (const { code } of left) codeInBars(flow, code, groupedItemCode(code))
  field(flow, 'Kính gửi', name, size)
  field(flow, 'Địa chỉ', address, size)
  paragraph(flow, 'Bưu tá đã đến mà không phát được. Mời ông/bà đến nhận tại:', { size })
  paragraph(flow, [office.name, office.address].filter(Boolean).join(', '), { size, face: 'bold' })
  if (office.phone) field(flow, 'Điện thoại', nationalPhone(office.phone), size)
  field(flow, 'Từ ngày', '', size)
  field(flow, 'Giữ đến hết ngày', '', size)
  field(flow, 'Xin mang theo', papersOf[hands], size)
  field(flow, 'Phải trả', dong(to_collect), size)
  field(flow, 'Bưu tá, ngày giờ', `${courier}, …………………`, size)
}

const papersOf: Record<Hands, string> = {
  recipient_only: 'giấy này và giấy tờ tùy thân của chính ông/bà',
  authorised: 'giấy này và giấy tờ tùy thân; ai nhận thay thì thêm giấy ủy quyền',
  household: 'giấy này và giấy tờ tùy thân của ông/bà hoặc của người cùng nhà',
}
