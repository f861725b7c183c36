import { longTime } from '../../src/kit/time.ts'
import { code128Modules, drawCode128, drawQr, qrModules } from './bar-codes.ts'
import { groupedItemCode, groupedLookupCode, groupedReference } from './code-groups.ts'
import { type Flow, inset, paragraph } from './flow.ts'
import { barHeight, reprintMark, title } from './forms.ts'
import { artifact, inMm, mm } from './page.ts'
import type { Copy, Waybill } from './waybill.ts'
import { write } from './write.ts'

/** The top of a copy: who issues it, which copy it is, and the codes. */
export function waybillHead(flow: Flow, waybill: Waybill, copy: Copy) {
  issuer(flow, waybill, copy)
  title(flow, 'PHIẾU GỬI HỒ SƠ BƯU CHÍNH CÔNG ÍCH')
  const top = flow.y
  const codes = inset(flow, 0, flow.width - mm(31))
  ourCodes(codes, waybill)
  const corner = { ...inset(flow, flow.width - mm(30), mm(30)), y: top }
  if (copy === 'Liên 1: giao người gửi' && waybill.lookup) {
    lookupCode(codes, waybill.lookup.code)
    trackingCode(corner, waybill.lookup.url)
  } else roomForNotes(corner)
  flow.y = Math.max(codes.y, corner.y) + 2
}

function issuer(flow: Flow, { office, takenInAt, way }: Waybill, copy: Copy) {
  const left = inset(flow, 0, flow.width * 0.53)
  const right = inset(flow, flow.width * 0.54, flow.width * 0.46)
  paragraph(left, office.parentBody, { size: 8 }, 0)
  paragraph(left, office.unit, { size: 8.8, face: 'bold' }, 0)
  paragraph(left, `${office.name} (${office.number}) – ĐT ${office.phone}`, { size: 8 }, 0)
  paragraph(right, copy, { size: 10, face: 'bold', align: 'right' }, 1)
  paragraph(right, `Nhận ${longTime(takenInAt)}`, { size: 8, align: 'right' }, 0)
  paragraph(right, way, { size: 8, align: 'right' }, 0)
  flow.y = Math.max(left.y, right.y) + 4
}

// At the left edge, with its 10 modules of quiet zone inside the column; the item code stands in what is left beside it.
function ourCodes(flow: Flow, { reference, itemCode, reprint }: Waybill) {
  const module = 0.375
  const quiet = mm(10 * module)
  const width = mm(code128Modules(reference) * module)
  const height = barHeight(inMm(width))
  drawCode128(flow.sheet, reference, { x: inMm(flow.x + quiet), y: inMm(flow.y), module, height })
  const beside = inset(flow, width + 2 * quiet, flow.width - width - 2 * quiet)
  paragraph(beside, 'Mã bưu gửi', { size: 8 }, 1)
  paragraph(beside, itemCode ? groupedItemCode(itemCode) : 'chưa đóng gói', { size: 8.8, face: 'bold' }, 3)
  reprintMark(beside, reprint)
  flow.y += mm(height) + 1
  const below = { x: flow.x + quiet, y: flow.y, width }
  flow.y = write(flow.sheet, groupedReference(reference), below, { size: 10, face: 'bold', align: 'center' }) + 5
}

function lookupCode(flow: Flow, code: string) {
  paragraph(flow, `Mã tra cứu: ${groupedLookupCode(code)}`, { size: 14, face: 'bold' }, 1)
}

function trackingCode(flow: Flow, url: string) {
  const side = mm(22)
  const spot = { x: inMm(flow.x + (flow.width - side) / 2), y: inMm(flow.y), module: 22 / qrModules(url) }
  drawQr(flow.sheet, url, spot, 'Mã QR mở trang tra cứu hồ sơ')
  flow.y += side + 5
  paragraph(flow, 'Quét để tra cứu', { size: 8, align: 'center' }, 0)
}

function roomForNotes(flow: Flow) {
  const height = mm(19)
  artifact(flow.sheet, () => flow.sheet.doc.lineWidth(0.5).rect(flow.x, flow.y, flow.width, height).stroke('black'))
  write(
    flow.sheet,
    'Ghi chú của bưu cục',
    { x: flow.x, y: flow.y + 2, width: flow.width },
    { size: 7.5, align: 'center' },
  )
  flow.y += height
}
