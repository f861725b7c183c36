import test from 'ava'
import fc from 'fast-check'
import { type AttemptMeasure, type AttemptReason, attemptMeasures, attemptReasons } from '../../src/custody/reasons.ts'
import { unmarked } from '../../src/kit/text.ts'
import { type Kind, kindNames } from '../../src/messages/kinds.ts'
import type { MessageWords, Why } from '../../src/messages/words.ts'
import { smsText } from '../../templates/messages/sms.ts'
import { texts } from '../../templates/messages/texts.ts'
import { zaloData } from '../../templates/messages/zalo.ts'
import { testDatabase } from '../support/database.ts'

const gsm7 = /^[A-Za-z0-9 @!"#%&'()*+,\-./:;<=>?_\n]*$/
const days = ['2026-11-23', '2027-12-31', null]
const moment = fc.constantFrom(new Date('2026-11-23T03:05:00Z'), new Date('2027-12-31T16:59:00Z'))

/** The longest that is realistic: real names of offices, ten million đồng, a hotline with its area code. */
const anyWords = (offices: string[]): fc.Arbitrary<MessageWords> =>
  fc.record({
    code: fc.constant('BT6421002611239999'),
    others: fc.constantFrom(0, 1, 39),
    at: moment,
    office: fc.constantFrom(...offices, null),
    isCollected: fc.boolean(),
    thing: fc.constantFrom('result' as const, 'papers' as const),
    dueOn: fc.constantFrom(...days),
    promisedBy: fc.option(moment),
    until: fc.constantFrom(...days),
    items: fc.constant(['Bản sao Sổ hộ khẩu']),
    pay: fc.constantFrom(null, 0, 26_000, 1_250_000, 10_000_000),
    bring: fc.constantFrom('recipient_only' as const, 'authorised' as const, 'household' as const, null),
    attempt: fc.option(
      fc.record({
        reason: fc.constantFrom(...(Object.keys(attemptReasons) as AttemptReason[])),
        measure: fc.constantFrom(...(Object.keys(attemptMeasures) as AttemptMeasure[])),
        againOn: fc.constantFrom(...days),
      }),
    ),
    why: fc.constantFrom<Why>('not_delivered', 'astray', 'lost', 'slow', 'police'),
    newDay: fc.constantFrom(...days),
    hotline: fc.constantFrom('0261 3849 053', '1900 54 54 81', '0261 3849 053 (máy lẻ 12, 13)', '+84 261 3849 053'),
  })

const offices = async () => {
  const { db, close } = await testDatabase()
  const names: string[] = await db('units').where({ kind: 'post_office' }).pluck('name')
  await close()
  return names
}

test('every kind fits one SMS: 160 letters of GSM-7, or 70 with marks, whatever it has to say', async t => {
  const names = await offices()
  const longest = new Map<string, string>()
  fc.assert(
    fc.property(fc.constantFrom(...kindNames), anyWords(names), (kind: Kind, words) => {
      const plain = smsText(kind, words, { withMarks: false })
      const marked = smsText(kind, words, { withMarks: true })
      if (plain.length > (longest.get(kind)?.length ?? 0)) longest.set(kind, plain)
      return gsm7.test(plain) && plain.length <= 160 && marked.length <= 70
    }),
    { numRuns: 20_000 },
  )
  for (const [kind, text] of longest) t.log(`${kind} ${text.length} ${text}`)
  t.pass()
})

test('an SMS carries no link, no secret, and its fixed line always', async t => {
  fc.assert(
    fc.property(fc.constantFrom(...kindNames), anyWords(await offices()), (kind: Kind, words) => {
      const plain = smsText(kind, words, { withMarks: false })
      const marked = smsText(kind, words, { withMarks: true })
      const sums = [...plain.matchAll(/([\d.]+) d\b/g)].map(([, sum]) => Number(sum?.replaceAll('.', '')))
      return (
        !/http|www|\.vn|\bPIN\b|\bOTP\b/i.test(plain + marked) &&
        plain.endsWith('Buu dien khong yeu cau chuyen khoan.') &&
        marked.endsWith('Không chuyển khoản.') &&
        sums.every(sum => sum === words.pay)
      )
    }),
    { numRuns: 5000 },
  )
  t.pass()
})

test('ZNS parameters keep their limits: a long name ends at a word', t => {
  const words = { code: 'BT6421002611239999', hotline: '0261 3849 053 (máy lẻ 12)' } as MessageWords
  fc.assert(
    fc.property(fc.constantFrom(...kindNames), fc.string({ maxLength: 120, unit: 'grapheme' }), (kind: Kind, name) => {
      const data = zaloData(kind, words, name)
      return data.name.length <= 30 && data.phone.length <= 15 && data.code.length <= 30 && data.status.length <= 30
    }),
  )
  t.is(zaloData('late', words, "Y Bhĭm Niê Kdăm H'Hen Ayŭn Êban Mlô").name, "Y Bhĭm Niê Kdăm H'Hen Ayŭn")
})

test('e-mails say nothing that a screen may not', t => {
  const words = fc.sample(anyWords(['Bưu điện Krông Nô']), { numRuns: 300, seed: 7 })
  for (const kind of kindNames) {
    for (const paragraph of words.flatMap(one => texts[kind].paragraphs(one))) {
      t.notRegex(paragraph, /không hợp lệ|rất tiếc|undefined|null/)
    }
  }
})

test('letters lose their marks and nothing else', t => {
  t.is(unmarked('Đắk Nông, Y Ƀhĭm, hẹn ƀ'), 'Dak Nong, Y Bhim, hen b')
})
