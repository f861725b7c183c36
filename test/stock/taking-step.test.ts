import test from 'ava'
import type { RecordLine } from '../../src/stock/record.ts'
import { takingStep } from '../../src/stock/taking-step.ts'

const line: RecordLine = {
  code: 'PA000000005VN',
  purpose: 'filing',
  outcome: 'over',
  holder: { kind: 'courier', name: 'Trần Văn Hùng' },
  since: '2026-11-21T02:00:00.000Z',
  times: 1,
  is_lost: false,
}
const police = { kind: 'police_unit' as const, name: 'PC06' }
const recipient = { kind: 'recipient' as const, name: null }

const cases: [string, Parameters<typeof takingStep>, ReturnType<typeof takingStep>][] = [
  ['an office takes what a courier should have', ['post_office', line], 'arrive'],
  ['an office takes what the police should have', ['post_office', { ...line, holder: police }], 'arrive'],
  ['a desk takes a filing', ['police_unit', line], 'lodge'],
  [
    'a desk takes papers back that were collected at a door',
    ['police_unit', { ...line, purpose: 'collected_papers' }],
    'take_back',
  ],
  ['a desk takes a result back', ['police_unit', { ...line, purpose: 'result' }], 'take_back'],
  ['a desk takes what another desk should have', ['police_unit', { ...line, holder: police }], 'transfer'],
  ['what is reported lost is for a supervisor', ['post_office', { ...line, is_lost: true }], null],
  ['what was delivered is for a supervisor', ['post_office', { ...line, holder: recipient }], null],
]

for (const [what, [unit, over], step] of cases) test(what, t => t.is(takingStep(unit, over), step))
