import type { Knex } from 'knex'
import { renderToString } from 'preact-render-to-string'
import { EmailPage, emailText } from '../../templates/messages/email.tsx'
import { fixedLine, smsText } from '../../templates/messages/sms.ts'
import { texts } from '../../templates/messages/texts.ts'
import { zaloData, zaloSaid } from '../../templates/messages/zalo.ts'
import { grouped } from '../kit/text.ts'
import type { House } from '../platform/house.ts'
import { stopToken } from './addresses.ts'
import type { Letter } from './channel.ts'
import { type Kind, kinds } from './kinds.ts'
import type { MessageRow } from './message-row.ts'
import { staffMail } from './print-staff-mail.ts'
import type { MessageWords } from './words.ts'
import { wordsOf } from './words-of.ts'

export type Printing = Pick<House, 'hotline' | 'publicUrl' | 'keys'> & {
  withMarks: boolean
  /** By kind, where Zalo has approved one. */
  templates: ReadonlyMap<string, string | null>
}

/** What is handed to the provider, and what of it is kept. */
export type Printed = Letter & { said: string }

/** A message in the words of its channel. */
export async function letterOf(db: Knex, row: MessageRow, to: string, printing: Printing, now: Date): Promise<Printed> {
  const { kind } = row
  const envelope = { id: row.id, to, kind, stopAt: null, zalo: null }
  if (!isOfCitizens(kind)) return { ...envelope, ...(await staffMail(db, row, printing, now)) }
  const words = wordsOf(row, printing.hotline, now)
  switch (row.channel) {
    case 'zalo':
      return { ...envelope, ...zaloOf(kind, words, row.name, printing) }
    case 'email':
      return { ...envelope, ...emailOf(kind, words, to, printing) }
    case 'sms':
    case 'call': {
      const text = smsText(kind, words, printing)
      return { ...envelope, text, subject: '', html: '', said: text }
    }
    default:
      return row.channel satisfies never
  }
}

const isOfCitizens = (kind: MessageRow['kind']): kind is Kind => kind in kinds

function zaloOf(kind: Kind, words: MessageWords, name: string, { templates }: Printing) {
  const data = zaloData(kind, words, name)
  const template_id = templates.get(kind) ?? null
  return { zalo: template_id ? { template_id, data } : null, text: '', subject: '', html: '', said: zaloSaid(data) }
}

/** The address at which it stops opens nothing else, but it is the reader's own: it is not kept. */
function emailOf(kind: Kind, words: MessageWords, to: string, { publicUrl, keys }: Printing) {
  const stopAt = `${publicUrl}/ngung-tin/${stopToken(keys, to)}`
  const subject = `${texts[kind].title}: ${grouped(words.code, 4)}`
  const email = {
    subject,
    paragraphs: ['Kính gửi ông/bà,', ...texts[kind].paragraphs(words)],
    closing: [
      `Mã tham chiếu: ${grouped(words.code, 4)}.${words.others ? ` Cùng bưu gửi còn ${words.others} hồ sơ khác của ông/bà.` : ''}`,
      `${fixedLine} Cần hỏi, xin gọi ${words.hotline}.`,
    ],
  }
  const html = `<!doctype html>${renderToString(EmailPage({ ...email, stopAt }))}`
  return { subject, text: emailText({ ...email, stopAt }), html, stopAt, said: emailText({ ...email, stopAt: null }) }
}

/** What a clerk says on the phone, sentence by sentence. */
export const spoken = (kind: Kind, words: MessageWords): string[] => [...texts[kind].paragraphs(words), fixedLine]

/** What a kind is called on staff's pages. */
export const titleOf = (kind: Kind): string => texts[kind].title
