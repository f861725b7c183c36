import { z } from 'zod'
import type { FieldError } from '../kit/errors.ts'
import { parse } from '../kit/parse.ts'
import { decisionBodies } from './schemas.ts'
import type { Decision } from './status.ts'

type Typed = Record<string, string>
const lists: readonly string[] = ['items', 'papers', 'dossiers']

/** What a small form of the dossier page says, its fields named `‹form›.‹member›`, as `schema` takes it. Throws invalid. */
export function readSmallForm<T extends z.ZodObject>(schema: T, form: string, typed: Typed): z.output<T> {
  const members = Object.entries(schema.shape).flatMap(([member, rule]) => {
    const value = (typed[`${form}.${member}`] ?? '').trim()
    if (value === '' && z.safeParse(rule, undefined).success) return []
    return [[member, lists.includes(member) ? linesOf(value) : value]]
  })
  return parse(schema, Object.fromEntries(members)) as z.output<T>
}

/** The form of a decision as the API’s body. Throws invalid. */
export const readDecision = (decision: Decision, typed: Typed): unknown =>
  readSmallForm(decisionBodies[decision], decision, typed)

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** The errors of a small form, at its own fields; one line of a list is corrected in the list. */
export const inForm = (form: string, errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ pointer, detail }) => ({
    pointer: pointer ? `/${form}${pointer.replace(/^(\/\w+)\/\d+$/, '$1')}` : '',
    detail: empty.has(detail) ? (asked[pointer] ?? detail) : detail,
  }))

const empty = new Set(['Xin điền mục này.', 'Xin ghi ngày dạng 2026-11-23.'])
const asked: Record<string, string> = {
  '/reason': 'Xin ghi lý do.',
  '/until': 'Xin chọn hạn bổ sung.',
  '/due': 'Xin chọn ngày hẹn trả.',
  '/paper_seen': 'Xin ghi giấy tờ đã xem.',
  '/receipt': 'Xin ghi số biên nhận.',
}
