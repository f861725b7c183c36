import test from 'ava'
import { line } from '../../src/kit/fields.ts'
import { readIdentityCard } from '../../src/kit/identity-card.ts'

const name = line(120)

const hidden: [string, number][] = [
  ['a bell', 0x07],
  ['a new line', 0x0a],
  ['a control of the second row', 0x85],
  ['a soft hyphen', 0xad],
  ['a joiner of marks', 0x34f],
  ['an Arabic letter mark', 0x61c],
  ['a blank Hangul first letter', 0x115f],
  ['a blank Hangul vowel', 0x1160],
  ['a blank Khmer vowel', 0x17b4],
  ['a Mongolian vowel separator', 0x180e],
  ['a space of no width', 0x200b],
  ['a joiner of no width', 0x200d],
  ['a mark of the reading direction', 0x200f],
  ['a line separator', 0x2028],
  ['a paragraph separator', 0x2029],
  ['a turn of the reading direction', 0x202e],
  ['a word joiner', 0x2060],
  ['an isolated reading direction', 0x2066],
  ['a blank braille cell', 0x2800],
  ['a Hangul filler', 0x3164],
  ['a variant of a letter', 0xfe0f],
  ['a byte order mark', 0xfeff],
  ['a half-width Hangul filler', 0xffa0],
  ['an interlinear note', 0xfff9],
  ['what is no character', 0xffff],
  ['a hidden tag', 0xe0041],
]
for (const [what, code] of hidden) {
  test(`a name with ${what} in it is refused in words`, t => {
    const { success, error } = name.safeParse(`Nguyễn${String.fromCodePoint(code)} Hoa`)
    t.false(success)
    t.is(error?.issues[0]?.message, 'Có ký tự ẩn hoặc ký tự điều khiển. Xin gõ lại.')
  })

  test(`a card whose name has ${what} in it leaves the name to be typed`, t => {
    const scanned = `067190001234||Hoa${String.fromCodePoint(code)}Lan|01021990|Nữ|Tổ 3|01012022`
    t.is(readIdentityCard(scanned)?.name, null)
  })
}

const ordinary = [
  'Nguyễn Thị Hoa',
  'Đỗ Ngọc Ưng',
  'Trương Quỳnh Ỷ Lan',
  'Y Bhĭm Niê',
  'H’Hen Niê',
  "H'Yŏ Ƀuôn Krông",
  'K’Brơ̆i',
  'Công ty TNHH MTV Cà phê 15 (Chi nhánh Đắk Mil) – “Hương Việt” & Cộng sự',
]
for (const written of ordinary) {
  test(`${written} is a name, however its marks were typed`, t => {
    for (const form of ['NFC', 'NFD'] as const) t.is(name.parse(written.normalize(form)), written.normalize('NFC'))
  })
}

test('spaces of other widths, as word processors set them, are plain spaces', t => {
  t.is(name.parse('\u00a0Nguyễn\u00a0Thị\u202f \u3000Hoa\u2003'), 'Nguyễn Thị Hoa')
})
