import test from 'ava'
import type { Frame } from '../../src/people/page.ts'
import type { Problem } from '../../src/platform/answer-errors.ts'
import { errorPage } from '../../templates/error-page.tsx'

const frame: Frame = {
  nonce: 'n',
  csrf: 'c',
  actor: null,
  workplaces: [],
  path: '/',
  isDemo: false,
  hotline: '0261 3849 053',
}
const number = '3f2a9c01-0000-4000-8000-000000000000'
const problem = (status: number, detail = 'Chi tiết.'): Problem => ({
  type: 'urn:x',
  title: 'Tên',
  status,
  code: 'x',
  detail,
})

for (const [path, status, words] of [
  ['/staff/x', 404, /Không có trang này/],
  ['/staff/x', 403, /không mở được với tài khoản này[\s\S]*Chi tiết\./],
  ['/staff/x', 409, /<h1[^>]*>Tên<[\s\S]*Chi tiết\./],
  ['/staff/x', 500, /Những gì đã báo thành công đều được giữ/],
  ['/staff/x', 503, /tạm gián đoạn[\s\S]*đều được giữ/],
  ['/thu-tuc/x', 404, /<html lang="vi">[\s\S]*Không có trang này/],
  ['/en/track/x', 429, /<html lang="en">[\s\S]*Please wait a moment/],
  ['/en', 503, /Whatever was confirmed to you is kept/],
  ['/entirely', 404, /<html lang="vi">/],
] as const) {
  test(`${status} at ${path} says what happened, what is safe and whom to call`, t => {
    const html = errorPage({ ...frame, path }, problem(status), number)
    t.regex(html, words)
    t.regex(html, /3f2a9c01(?!-)/)
    t.regex(html, /0261 3849 053/)
  })
}
