import { DomainError, type FieldError, invalid } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { checkDocuments } from './check-documents.ts'
import { type Intake, intake } from './intake.ts'

type Published = Parameters<typeof checkDocuments>[1]

/** Parses what a counter wrote and compares its papers with the published list in one go: the clerk sees everything at once. */
export function readIntake(sent: Record<string, unknown>, published: Published): Intake {
  const errors = [
    ...(sent['service'] === 'return' ? [] : missingPapers(sent['documents'], published)),
    ...errorsOf(() => parse(intake, sent)),
  ]
  if (errors.length) throw invalid(errors.map(saidPlainly))
  return parse(intake, sent)
}

function missingPapers(sent: unknown, published: Published): FieldError[] {
  const documents = intake.shape.documents.safeParse(sent)
  return documents.success ? errorsOf(() => checkDocuments(documents.data, published)) : []
}

function errorsOf(work: () => unknown): FieldError[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof DomainError) return error.fields
    throw error
  }
}

/** On a page the words also stand above the form, away from their field: they say which one they mean. */
const saidPlainly = ({ pointer, detail }: FieldError): FieldError => ({
  pointer,
  detail: general.has(detail) ? (missing[pointer] ?? detail) : detail,
})

const general = new Set(['Xin điền mục này.', 'Xin chọn xã, phường.', 'Xin ghi thời điểm theo RFC 3339, có múi giờ.'])
const missing: Record<string, string> = {
  '/applicant/name': 'Xin ghi tên chủ hồ sơ.',
  '/applicant/address/line': 'Xin ghi số nhà, đường hoặc thôn, tổ của chủ hồ sơ.',
  '/applicant/address/unit_code': 'Xin chọn xã, phường của chủ hồ sơ.',
  '/submitter/name': 'Xin ghi tên người nộp thay.',
  '/receiver/name': 'Xin ghi tên người nhận kết quả.',
  '/receiver/address/line': 'Xin ghi số nhà, đường hoặc thôn, tổ của người nhận.',
  '/receiver/address/unit_code': 'Xin chọn xã, phường của người nhận.',
  '/paper_at': 'Xin ghi giờ trên phiếu giấy, ví dụ 23/11/2026 14:05.',
  '/fees/state/note': 'Xin ghi nguồn của mức lệ phí.',
  '/fees/postage/note': 'Xin ghi nguồn của mức cước.',
}

/** The field that a rule of the present state speaks of. */
export const intakePlaces: Record<string, string> = {
  parcel_not_here: '/parcel_code',
  typed_in_before: '/parcel_code',
  other_desk: '/parcel_code',
  item_code_in_use: '/item_code',
  item_code_not_issued: '/item_code',
  official_code_in_use: '/official_code',
  not_received_by_post: '/service',
  not_returned_by_post: '/service',
}
