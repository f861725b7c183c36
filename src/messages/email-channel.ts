import { createTransport } from 'nodemailer'
import type { Letter, Outcome, Send } from './channel.ts'

type Post = { url: string; from: string; patience: number }

/** E-mail over SMTP. The Message-ID is the message's id: who gets it twice sees it once. */
export function emailChannel({ url, from, patience }: Post): Send {
  const transport = createTransport({ url, disableFileAccess: true, disableUrlAccess: true })
  const host = from.match(/@([^>\s]+)/)?.[1] ?? 'localhost'
  return async letter => {
    try {
      // One limit for the whole: those of its phases begin again with each reply.
      await transport.sendMail({ ...written(letter, host), from, signal: AbortSignal.timeout(patience) })
      return { is: 'sent' }
    } catch (error) {
      return troubleOf(error)
    }
  }
}

const written = ({ id, to, subject, text, html, stopAt }: Letter, host: string) => ({
  to,
  subject,
  text,
  html,
  messageId: `<${id}@${host}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    // RFC 8058: mail programs show a button that stops it with one click.
    ...(stopAt && { 'List-Unsubscribe': `<${stopAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  },
})

/** No answer came from there at all. */
const unreached = ['network', 'ECONNECTION', 'ESOCKET', 'EDNS']

/** 5xx of the envelope or the content is said of this letter; a refused sign-in (535) is ours to mend. */
function troubleOf(error: unknown): Outcome {
  const { code = 'network', responseCode } = error as { code?: string; responseCode?: number }
  if (code === 'EABORT') return { is: 'temporary', trouble: 'timeout' }
  if (responseCode === undefined && unreached.includes(code)) return { is: 'temporary', trouble: 'network' }
  const isRefused = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
  return { is: isRefused ? 'permanent' : 'temporary', trouble: `smtp ${responseCode ?? code}` }
}
