import test from 'ava'
import { yesOrNo } from '../../src/kit/cells.ts'

for (const [written, is] of [
  ['yes', true],
  ['Có', true],
  ['no', false],
  ['KHÔNG', false],
] as const)
  test(`“${written}” is read as ${is}`, t => {
    t.is(yesOrNo.parse(written), is)
  })

for (const written of ['', 'maybe', 'constructor', 'toString', '__proto__'])
  test(`“${written}” is neither yes nor no`, t => {
    t.is(yesOrNo.safeParse(written).error?.issues[0]?.message, 'Xin ghi yes (có) hoặc no (không).')
  })
