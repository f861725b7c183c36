import test from 'ava'
import { labelZpl, zplText } from '../../templates/documents/label-zpl.ts'
import { inbound, itemCode, lookupCode, outbound } from './samples.ts'

test('a name cannot command the printer', t => {
  const name = 'An^FS^XZ~JA\\&_5E\n^XA Bình'
  const zpl = labelZpl({ ...outbound, receiver: { ...outbound.receiver, name } })
  t.is(zpl.match(/\^XA/g)?.length, 1)
  t.is(zpl.match(/\^XZ/g)?.length, 1)
  t.false(zpl.includes('~'))
  t.false(zpl.includes('\\'))
  t.true(zpl.includes('An_5EFS_5EXZ_7EJA_5C&_5F5E _5EXA Bình'))
})

test('every field of data is read as hexadecimal, so that its escapes are understood', t => {
  for (const line of labelZpl(outbound)
    .split('\n')
    .filter(line => line.includes('^FD')))
    t.regex(line, /\^FH\^FD[^^~\\]*\^FS$/)
})

test('what was escaped reads back as it was', t => {
  const text = 'a^b~c\\d_e _5E'
  const back = zplText(text).replace(/_([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  t.is(back, text)
})

test('a label in ZPL is 100 x 150 mm at 203 dpi in UTF-8, with three dots a module and the item code alone in both codes', t => {
  const zpl = labelZpl(inbound)
  for (const order of ['^CI28', '^PW800', '^LL1200', '^BY3,', '^BCN,136,']) t.true(zpl.includes(order), order)
  t.regex(zpl, new RegExp(`\\^BCN.*\\^FD${itemCode}\\^FS`))
  t.regex(zpl, new RegExp(`\\^BQN.*\\^FDMA,${itemCode}\\^FS`))
})

test('a label in ZPL to the police shows no person and no money', t => {
  const zpl = labelZpl({ ...outbound, ...inbound })
  for (const secret of [outbound.receiver.name, outbound.receiver.phone, 'THU ', lookupCode])
    t.false(zpl.includes(secret))
  t.true(zpl.includes('067106'))
})

test('names in ZPL are composed', t => {
  const decomposed = 'Y Bhĭm Nguyễn'.normalize('NFD')
  t.true(labelZpl({ ...outbound, receiver: { ...outbound.receiver, name: decomposed } }).includes('Y Bhĭm Nguyễn'))
})
