import { capacities } from '../../src/custody/reasons.ts'
import { dong } from '../../src/kit/money.ts'
import { nationalPhone } from '../../src/kit/phone.ts'
import { longTime } from '../../src/kit/time.ts'
import type { Hands } from '../../src/parcels/strictest-hands.ts'
import { collectables } from '../../src/rounds/options.ts'
import type { Round } from '../../src/rounds/queries.ts'
import type { RoundLine } from '../../src/rounds/round-lines.ts'
import type { Stop } from '../../src/rounds/stops.ts'
import { groupedItemCode, groupedReference } from './code-groups.ts'
import { type Flow, field, numberPages, startFlow } from './flow.ts'
import { codeInBars, formHeading, signatures, title } from './forms.ts'
import { finish, mm, newSheet } from './page.ts'
import { type Column, table } from './table.ts'

/** Everything on BD13. */
export type PrintedRound = Pick<Round, 'number' | 'unit_name' | 'courier' | 'opened_at'> & {
  stops: readonly Stop<PrintedLine>[]
  madeAt: Date
  reprint: number
}
export type PrintedLine = Pick<
  RoundLine,
  'code' | 'hands' | 'stop' | 'state' | 'name' | 'phone' | 'address' | 'amount_to_collect' | 'papers'
>

/** Bản kê phát (BD13), A4: one row a receiver, with room for their signature. It does its work with a dead phone too. */
export function roundSheetPdf(round: PrintedRound): Promise<Buffer> {
  const { number, unit_name, courier, madeAt, reprint, stops } = round
  const name = `Bản kê phát (BD13) ${groupedReference(number)}`
  const sheet = newSheet('a4', name, madeAt)
  const flow = startFlow(sheet, 'a4')
  const unit = unit_name.toUpperCase()
  const heading = { parentBody: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG', unit, number, place: 'Đắk Nông', madeAt, reprint }
  formHeading(flow, { formSet: '2018', ...heading })
  title(flow, 'BẢN KÊ PHÁT (BD13)', 'Mỗi dòng một người nhận; phát tận tay người được ghi ở cột “Phát cho”')
  codeInBars(flow, number, `Số bản kê: ${groupedReference(number)}`)
  facts(flow, round)
  if (stops.length) table(flow, columns, stops.map(cells), 8, signingRoom)
  field(flow, 'Số bưu gửi', String(stops.flatMap(({ parcels }) => parcels).length), size)
  field(flow, 'Tổng phải thu', totalOf(stops), size)
  signatures(flow, [
    { role: 'GIAO DỊCH VIÊN', name: '' },
    { role: 'BƯU TÁ', name: courier },
  ])
  numberPages(flow, name)
  return finish(sheet)
}

const size = 9
const signingRoom = mm(14)

function facts(flow: Flow, { unit_name, courier, opened_at, stops }: PrintedRound) {
  field(flow, 'Bưu cục', unit_name, size)
  field(flow, 'Bưu tá', courier, size)
  field(flow, 'Mở chuyến', longTime(opened_at), size)
  field(flow, 'Số điểm phát', String(stops.length), size)
  flow.y += 3
}

const columns: Column[] = [
  { head: 'STT', share: 0.05, align: 'center' },
  { head: 'Mã bưu gửi', share: 0.16 },
  { head: 'Người nhận, địa chỉ, điện thoại', share: 0.28 },
  { head: 'Phải thu', share: 0.1, align: 'right' },
  { head: 'Giấy tờ thu lại', share: 0.13 },
  { head: 'Phát cho', share: 0.11 },
  { head: 'Ký, ghi họ tên', share: 0.17 },
]

function cells({ stop, name, phone, address, parcels, to_collect, hands }: Stop<PrintedLine>) {
  return [
    String(stop),
    parcels.map(({ code }) => groupedItemCode(code)).join(', '),
    [name, address, phone && nationalPhone(phone)].filter(Boolean).join('; '),
    dong(to_collect),
    [...new Set(parcels.flatMap(({ papers }) => papers))].map(paper => collectables[paper]).join(', ') || '–',
    handsWords[hands],
    '',
  ]
}

const handsWords: Record<Hands, string> = {
  recipient_only: capacities.recipient,
  authorised: `${capacities.recipient}, ${capacities.authorised}`,
  household: 'cả người cùng nhà',
}

function totalOf(stops: readonly Stop<PrintedLine>[]) {
  const all = stops.flatMap(({ left }) => left)
  const unknown = all.filter(({ amount_to_collect }) => amount_to_collect === null).length
  const known = dong(all.reduce((sum, { amount_to_collect }) => sum + (amount_to_collect ?? 0), 0))
  return unknown ? `${known}, và ${unknown} bưu gửi chưa xác định` : known
}
