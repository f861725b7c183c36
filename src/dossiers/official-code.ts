import { invalid } from '../kit/errors.ts'

const shapes = [/^[A-Z]\d{2}(\.\d{2,3}){2,3}-\d{6}-\d{4,6}$/, /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4}$/]

/** A dossier code as an agency or the portal issues it (G01.899.909-260916-890028). Throws invalid. */
export function readOfficialCode(written: string): string {
  const code = written.trim().toUpperCase()
  if (shapes.some(shape => shape.test(code))) return code
  throw invalid([{ pointer: '/official_code', detail: 'Mã hồ sơ chưa đúng dạng. Ví dụ: G01.899.909-260916-890028.' }])
}
