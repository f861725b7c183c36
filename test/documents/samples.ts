// Papers as the counter of 640000 would print them. `é` and its kind are composed here; tests decompose them where it matters.
import type { DocumentLine } from '../../templates/documents/document-table.ts'
import type { FormHeading } from '../../templates/documents/forms.ts'
import type { InboundLabel, OutboundLabel } from '../../templates/documents/label.ts'
import type { Receipt } from '../../templates/documents/receipt.ts'
import type { Waybill } from '../../templates/documents/waybill.ts'

const madeAt = new Date('2026-11-23T07:05:00Z')
export const itemCode = 'PA000000005VN'
export const reference = 'BT6400002611230001'
export const officialCode = 'G01.885.106-261123-0001'
export const lookupCode = '7K3M9QXT2VHC'
export const trackingUrl = 'https://buutram.example/t/7K3M9QXT2VHC'
export const identity = '067188000123'
export const procedure = 'Cấp thẻ Căn cước công dân khi đã có thông tin trong Cơ sở dữ liệu quốc gia về dân cư'

const parcel = {
  itemCode,
  from: { name: 'Bưu cục Đăk Nông', number: '640000' },
  weightGrams: 120,
  madeAt,
  reprint: 0,
}

export const inbound: InboundLabel = {
  ...parcel,
  kind: 'inbound',
  to: {
    name: 'Phòng Cảnh sát Quản lý hành chính về trật tự xã hội – Công an tỉnh Đắk Nông',
    number: '067106',
    address: 'Đường 23/3, phường Nghĩa Đức, thành phố Gia Nghĩa, tỉnh Đắk Nông',
  },
}

export const outbound: OutboundLabel = {
  ...parcel,
  kind: 'outbound',
  to: { name: 'Bưu cục Quảng Thành', number: '641090' },
  receiver: {
    name: "H'Hen Niê",
    address: "Buôn N'Đơng, xã Đắk Wil, huyện Cư Jút, tỉnh Đắk Nông",
    phone: '0912 345 678',
  },
  collect: { amount: 126_000, note: 'theo TT 59/2019/TT-BTC' },
}

/** `count` documents; every third has a name that fills two lines. */
export const documents = (count: number): DocumentLine[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `Giấy tờ thứ ${i + 1}${i % 3 === 2 ? ', kèm theo bản dịch sang tiếng Việt có chứng thực của cơ quan có thẩm quyền' : ''}`,
    original: 1,
    certifiedCopy: i % 2,
    photocopy: 0,
  }))

export const waybill: Waybill = {
  reference,
  itemCode,
  lookup: { code: lookupCode, url: trackingUrl },
  office: {
    parentBody: 'TỔNG CÔNG TY BƯU ĐIỆN VIỆT NAM',
    unit: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG',
    name: 'Bưu cục Đăk Nông',
    number: '640000',
    phone: '0261 3849 053',
  },
  takenInAt: madeAt,
  procedure: {
    name: procedure,
    code: '1.004222',
    field: 'Cấp, quản lý Căn cước công dân',
    agency: 'Phòng Cảnh sát Quản lý hành chính về trật tự xã hội – Công an tỉnh Đắk Nông',
  },
  way: 'Bưu điện nhận hồ sơ và trả kết quả',
  applicant: { ...outbound.receiver, identity },
  submitter: { name: 'Y Bhĭm', address: 'Xã Đắk Wil, huyện Cư Jút', phone: '0987 654 321', identity: null },
  receiver: null,
  documents: documents(4),
  payment: {
    state: { amount: null, note: 'theo TT 59/2019/TT-BTC; thu khi phát' },
    postage: { amount: 56_000, note: 'hai chiều trong tỉnh, đến 100 g' },
    remitting: { amount: 8000, note: '' },
    terms: 'Người gửi trả tại quầy, tiền mặt',
  },
  deliveryNote: 'Gọi trước khi phát; phát tận tay người nhận',
  hotline: '1900 54 54 81',
  clerk: 'Nguyễn Ƀ',
  madeAt,
  reprint: 0,
}

export const heading: FormHeading = {
  formSet: '2018',
  parentBody: 'CÔNG AN TỈNH ĐẮK NÔNG',
  unit: 'PHÒNG CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI',
  number: '0123/TNHS',
  place: 'Gia Nghĩa',
  madeAt,
  reprint: 0,
}

export const receipt: Receipt = {
  ...heading,
  code: officialCode,
  receivedFrom: "H'Hen Niê",
  address: outbound.receiver.address,
  phone: outbound.receiver.phone,
  email: 'hhen.nie@vidu.vn',
  identity,
  request: procedure,
  documents: documents(4),
  copies: 1,
  processingTime: '08 ngày làm việc',
  receivedAt: madeAt,
  dueAt: new Date('2026-12-03T09:30:00Z'),
  returning: { by: 'post', place: 'Bưu cục Cư Jút' },
  fee: { amount: 50_000, note: 'Theo TT 59/2019/TT-BTC' },
  register: { volume: '02/2026', line: '0412' },
  submitter: "H'Hen Niê",
  officer: 'Đại úy Nguyễn Thị Hồng Ngọc',
}
