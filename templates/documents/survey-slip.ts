import { drawQr, qrModules } from './bar-codes.ts'
import { field, paragraph, startFlow } from './flow.ts'
import { title } from './forms.ts'
import { finish, inMm, mm, newSheet } from './page.ts'

export type SurveySlip = { url: string; hotline: string; madeAt: Date }

const module = 1.1

/** Phiếu hỏi ý kiến, A6, left at delivery: one code, three questions, nobody's name. */
export function surveySlipPdf({ url, hotline, madeAt }: SurveySlip): Promise<Buffer> {
  const sheet = newSheet('a6', 'Phiếu hỏi ý kiến', madeAt)
  const flow = startFlow(sheet, 'a6')
  title(flow, 'ÔNG/BÀ CÓ HÀI LÒNG KHÔNG?', 'Ba câu hỏi, chưa đến một phút')
  paragraph(flow, 'Dùng điện thoại quét mã này, hoặc mở địa chỉ ghi bên dưới.', { size: 10, align: 'center' }, 6)
  const side = qrModules(url) * module
  const x = inMm(flow.x + flow.width / 2) - side / 2
  drawQr(sheet, url, { x, y: inMm(flow.y) + 4 * module, module }, `Mã QR mở trang hỏi ý kiến: ${url}`)
  flow.y += mm(side + 8 * module)
  paragraph(flow, url, { size: 10, face: 'bold', align: 'center' }, 6)
  paragraph(flow, 'Không cần ghi tên. Câu trả lời giúp chúng tôi làm tốt hơn.', { size: 9.5, align: 'center' }, 6)
  field(flow, 'Cần gặp người thật, xin gọi', hotline, 10)
  return finish(sheet)
}
