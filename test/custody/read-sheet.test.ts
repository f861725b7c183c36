import test from 'ava'
import { details } from '../../src/custody/details.ts'
import { readSheet } from '../../src/custody/read-sheet.ts'
import { type Step, stepNames } from '../../src/custody/steps.ts'
import { DomainError } from '../../src/kit/errors.ts'

const read = (step: Step, form: Record<string, string>) =>
  readSheet({ step, codes: 'PA000000005VN', ...form }, { usual: [...stepNames], other: [] }, [])

const written: [step: Step, form: Record<string, string>, detail: Record<string, unknown>][] = [
  ['pack', { 'pack.bag': ' t-12 ' }, { bag: 'T-12' }],
  ['hold', { 'hold.until': '1/12/2026' }, { until: '2026-12-01' }],
  ['invite', { 'invite.number': '2' }, { number: 2 }],
  ['deliver', { 'deliver.capacity': 'authorised' }, { capacity: 'authorised' }],
  ['attempt', { 'attempt.reason': 'moved', 'attempt.measure': 'again' }, { reason: 'moved', measure: 'again' }],
  ['load', { 'pack.bag': 'T-12' }, {}],
]
for (const [step, form, detail] of written)
  test(`the station reads ${JSON.stringify(form)} of ${step} as a fact may say it`, t => {
    t.deepEqual(read(step, form).detail, detail)
    t.true(details[step].safeParse(detail).success)
  })

const missing: [step: Step, form: Record<string, string>, pointer: string, words: RegExp][] = [
  ['pack', { 'pack.bag': 'túi 12' }, '/pack/bag', /chữ hoa và số/],
  ['deliver', {}, '/deliver/capacity', /Xin chọn ai đã nhận/],
  ['invite', {}, '/invite/number', /Xin chọn giấy mời/],
  ['redirect', {}, '/redirect/office', /Xin chọn bưu cục/],
  ['attempt', { 'attempt.reason': 'moved' }, '/attempt/measure', /Xin chọn việc làm tiếp/],
  ['hold', { 'hold.until': 'mai' }, '/hold/until', /Xin ghi ngày/],
]
for (const [step, form, pointer, words] of missing)
  test(`the station asks for ${pointer} where ${step} says ${JSON.stringify(form)}`, t => {
    const { fields } = t.throws(() => read(step, form), { instanceOf: DomainError }) ?? { fields: [] }
    t.deepEqual(
      fields.map(field => field.pointer),
      [pointer],
    )
    t.regex(String(fields[0]?.detail), words)
  })

test('a page that still names a unit where its reader scans no more is answered, not scanned elsewhere', t => {
  const form = { step: 'lodge', codes: 'PA000000005VN', unit: 'A' }
  const units = [{ id: 'B' }]
  const { fields } =
    t.throws(() => readSheet(form, { usual: ['lodge'], other: [] }, units), { instanceOf: DomainError }) ?? {}
  t.deepEqual(
    fields?.map(field => field.pointer),
    ['/unit'],
  )
  t.is(readSheet({ ...form, unit: 'B' }, { usual: ['lodge'], other: [] }, units).unit, 'B')
})
