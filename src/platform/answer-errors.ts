import { DomainError, type FieldError, type Kind } from '../kit/errors.ts'
import { isDatabaseDown } from './db.ts'
import { isApi, type RequestContext, type Step } from './state.ts'

/** RFC 9457 problem details, as every error of the API answers. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors?: FieldError[]
  request?: string
}

const statuses: Record<Kind, number> = {
  notFound: 404,
  invalid: 422,
  conflict: 409,
  forbidden: 403,
  unauthenticated: 401,
  tooMany: 429,
}

const titles: Record<number, string> = {
  400: 'Yêu cầu chưa đúng dạng',
  401: 'Cần đăng nhập',
  403: 'Không được phép',
  404: 'Không tìm thấy',
  405: 'Không có cách gọi này',
  409: 'Trái với tình trạng hiện tại',
  413: 'Nội dung quá lớn',
  415: 'Dạng nội dung không nhận',
  422: 'Có thông tin cần sửa',
  429: 'Thử lại sau',
  500: 'Hệ thống có lỗi',
  503: 'Tạm thời gián đoạn',
}

/**
 * The one catch. Domain kinds become their status; a database that is away becomes 503; what passes says when, in
 * Retry-After. Everything else is a bug: logged whole, answered with the request's number. `page` draws the problem for people.
 */
export const answerErrors =
  (page: (ctx: RequestContext, problem: Problem) => string): Step =>
  async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body == null) throw new DomainError('notFound', 'not_found', 'Không tìm thấy.')
    } catch (error) {
      const problem = problemOf(error, ctx)
      const seconds = error instanceof DomainError ? error.seconds : problem.status === 503 && 5
      if (seconds) ctx.set('Retry-After', String(seconds))
      answer(ctx, problem, page)
    }
  }

function answer(ctx: RequestContext, problem: Problem, page: (ctx: RequestContext, problem: Problem) => string) {
  ctx.status = problem.status
  if (isApi(ctx)) {
    ctx.body = JSON.stringify(problem)
    ctx.type = 'application/problem+json'
  } else ctx.body = page(ctx, problem)
}

function problemOf(error: unknown, ctx: RequestContext): Problem {
  if (error instanceof DomainError) return domainProblem(error)
  if (isDatabaseDown(error) || isBusy(error))
    return problem(
      503,
      'unavailable',
      'Hệ thống tạm gián đoạn. Những gì đã báo thành công đều được giữ. Xin thử lại sau ít giây.',
    )
  const refused = refusedValue(error)
  if (refused) return refused
  const status = httpStatus(error)
  if (status) return problem(status, 'request', httpDetails[status] ?? titles[status] ?? 'Yêu cầu chưa đúng.')
  ctx.state.log.error({ err: error }, 'unexpected')
  const detail = `Hệ thống có lỗi, không phải do ông/bà. Xin báo mã ${ctx.state.requestId}. Những gì đã báo thành công đều được giữ.`
  return { ...problem(500, 'unexpected', detail), request: ctx.state.requestId }
}

const httpDetails: Record<number, string> = {
  400: 'Nội dung gửi lên không đọc được (JSON hỏng).',
  413: 'Nội dung gửi lên quá lớn.',
  415: 'Xin gửi JSON (application/json).',
}

function domainProblem(error: DomainError): Problem {
  const status = error.code === 'malformed' ? 400 : statuses[error.kind]
  return { ...problem(status, error.code, error.message), ...(error.fields.length ? { errors: error.fields } : {}) }
}

const problem = (status: number, code: string, detail: string): Problem => ({
  type: `urn:buu-tram:problem:${code}`,
  title: titles[status] ?? 'Yêu cầu chưa đúng',
  status,
  code,
  detail,
})

/** Koa and its parsers throw http-errors: the client's own faults carry a 4xx status. */
function httpStatus(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return 400
  return status >= 400 && status < 500 ? status : null
}

/** A lock or a statement that took too long: the request is sound, and right again in a moment. */
const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && ['55P03', '57014', '40P01', '40001'].includes(String(error.code))

/** What the edge let through though PostgreSQL cannot hold it. A broken truth of the schema is a bug of ours, and is told as one. */
function refusedValue(error: unknown): Problem | null {
  const state = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^22(P02|P05|021|003|007|008)$/.test(state)
    ? problem(422, 'invalid', 'Có thông tin không thể có. Xin xem lại.')
    : null
}
