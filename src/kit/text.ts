/** Vietnamese text is stored composed (NFC), trimmed, with single spaces; those of word processors are spaces too. */
export const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()

/** Without marks, as it is typed on an old phone: `Đắk Nông` → `Dak Nong`. */
export const unmarked = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐƀɃ]/g, letter => barred[letter] ?? letter)

const barred: Record<string, string> = { đ: 'd', Đ: 'D', ƀ: 'b', Ƀ: 'B' }

/** Folds for search: no marks, đ → d, ƀ → b, lower case; "hoà" and "hòa" meet here and only here. */
export const fold = (text: string) => unmarked(text).toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * What shows nothing on a screen has no place in a name and can disguise one: controls, ends of lines, marks of direction,
 * letters that are drawn blank. Unicode calls those ignorable, all but the empty braille cell (U+2800).
 */
export const hasHiddenCharacters = (text: string) =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u.test(text)

/** `Nguyễn Thị Hoa` → `N** T** Hoa`: enough for the holder of the slip to recognise, too little for a stranger. */
export const maskName = (name: string) => {
  const words = name.split(' ')
  return words.map((word, i) => (i === words.length - 1 ? word : `${[...word][0]}**`)).join(' ')
}

/** What somebody searched for, as it may be kept: names masked, of all its digits the last three. */
export const maskSearch = (text: string) => maskName(text.replace(/\p{Nd}(?=(\P{Nd}*\p{Nd}){3})/gu, '*'))

/** Groups of `size` characters, `7K3M-9QXT-2VHC`. */
export const grouped = (text: string, size: number, by = ' ') =>
  text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(by) ?? ''

/** Text that LIKE is to find as it is written. */
export const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** What PostgreSQL can keep: no NUL, no half of a surrogate pair. What cannot be kept is shown as it would be on a screen. */
export const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** Whether every text in a sent body, query or path can be kept. */
export const isStorable = (sent: unknown): boolean => {
  const text = JSON.stringify(sent) ?? ''
  return !/\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(text.replaceAll('\\\\', ''))
}
