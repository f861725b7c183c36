import { unmarked } from '../../src/kit/text.ts'
import type { Kind } from '../../src/messages/kinds.ts'
import type { MessageWords } from '../../src/messages/words.ts'
import { texts } from './texts.ts'

/** What people are warned of: somebody who writes in our name and wants money. */
export const fixedLine = 'Bưu điện không yêu cầu chuyển khoản.'
/** The same where there are 70 characters. */
const fixedShortly = 'Không chuyển khoản.'

/** One SMS: 160 characters of GSM-7 without marks, or 70 with them. No link, no secret, no other money than on the slip. */
export function smsText(kind: Kind, all: MessageWords, { withMarks }: { withMarks: boolean }): string {
  const words = { ...all, hotline: shortNumber(all.hotline) }
  const { code, others } = words
  if (withMarks) return `${code}: ${texts[kind].short(words)}. ${fixedShortly}`.normalize('NFC')
  return gsm(`${code}${others ? ` (+${others})` : ''}: ${texts[kind].sms(words)}. ${fixedLine}`)
}

/** What else is said beside a number, as of an extension, has no room. */
const shortNumber = (hotline: string) => /^[\d+ ]{1,16}/.exec(hotline)?.[0].trim() ?? ''

/** Letters without marks; whatever GSM-7 writes with two places, or not at all, is left blank. */
const gsm = (text: string) =>
  unmarked(text)
    .replace(/[–—]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[^A-Za-z0-9 @!"#%&'()*+,\-./:;<=>?_\n]/g, ' ')
    .replace(/ +/g, ' ')
