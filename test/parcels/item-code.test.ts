import { readFileSync } from 'node:fs'
import test from 'ava'
import { parse } from 'csv-parse/sync'
import { checkItemCode, itemCode } from '../../src/parcels/item-code.ts'

const vectors: { number: string; verdict: string; reason: string }[] = parse(
  readFileSync('test/parcels/s10_vectors.csv'),
  { columns: true },
)

for (const { number, verdict, reason } of vectors) {
  test(`“${number}” is ${verdict}: ${reason}`, t => {
    t.is(checkItemCode(number).fault === null ? 'valid' : 'invalid', verdict)
  })
}

test('an item code is made of a serial and its check digit', t => {
  t.is(itemCode('RR', 47_312_482, 'GB'), 'RR473124829GB')
  t.is(itemCode('PA', 0, 'VN'), 'PA000000005VN')
  t.is(itemCode('PA', 8, 'VN'), 'PA000000080VN')
})

test('a wrong code says which slip it looks like', t => {
  t.is(checkItemCode('RR437124829GB').fault, 'check_digit')
  t.regex(checkItemCode('RR437124829GB').hint ?? '', /đảo: thử RR473124829GB/)
  t.regex(checkItemCode('RR47312482GB').hint ?? '', /12 ký tự/)
  t.regex(checkItemCode('RR4731248O9GB').hint ?? '', /chữ O/)
  t.regex(checkItemCode('RR473124828GB').hint ?? '', /gõ nhầm/)
})
