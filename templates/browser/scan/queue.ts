import { answerOf } from './answer.ts'
import type { Sound } from './sounds.ts'
import { stopTheLine } from './stop-the-line.ts'

type Waiting = { fields: [string, string][]; at: number }

const pause = 3000
const clock = () => performance.timeOrigin + performance.now()

/**
 * Sends forms one after another, in the order they were scanned. What waits survives a reload and an expired sign-in; the
 * same form sent again is recorded once, so that a lost answer costs nothing.
 */
export function startQueue(form: HTMLFormElement, hear: (sound: Sound) => void) {
  const key = `scans of ${form.querySelector<HTMLElement>('[data-queue]')?.dataset['queue']}`
  const waiting: Waiting[] = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  let isSending = false
  const keep = () => sessionStorage.setItem(key, JSON.stringify(waiting))

  const sendAll = async () => {
    if (isSending) return
    isSending = true
    for (let first = waiting[0]; first; first = waiting[0]) {
      const answer = await send(form, first)
      hear(answer.sound)
      if (answer.isDone) waiting.shift()
      if (answer.isWrong) giveBack(form, first)
      keep()
      tell(form, waiting.length, answer.words)
      // The next waits too: its answer would take the place of the one that must be looked at.
      if (answer.sound === 'wrong' && !answer.isWrong) await stopTheLine(() => hear('wrong'))
      if (!answer.isDone) await new Promise(resolve => setTimeout(resolve, pause))
    }
    isSending = false
  }

  window.addEventListener('online', () => void sendAll())
  window.addEventListener('beforeunload', event => {
    if (waiting.length) event.preventDefault()
  })
  void sendAll()
  return {
    add(sent: FormData) {
      const fields = [...sent].map(([name, value]): [string, string] => [name, String(value)])
      waiting.push({ fields: fields.filter(([name]) => name !== '_csrf' && name !== 'request_id'), at: clock() })
      waiting.at(-1)?.fields.push(['request_id', newId()])
      keep()
      void sendAll()
    },
  }
}

/** The guard of the form is read when it is sent: after signing in again it is another. */
function send(form: HTMLFormElement, { fields, at }: Waiting) {
  const guard = form.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
  const waited = String(Math.max(0, Math.round(clock() - at)))
  return answerOf(form.action, new URLSearchParams([['_csrf', guard], ['waited', waited], ...fields]))
}

/** What the form itself got wrong goes back under the hands that can correct it. */
function giveBack(form: HTMLFormElement, { fields }: Waiting) {
  const codes = form.querySelector('textarea')
  const written = fields.find(([name]) => name === 'codes')?.[1]
  // Ends its line: the scanner's next code begins a new one.
  if (codes && written) codes.value = `${written}\n${codes.value}`
}

function tell(form: HTMLFormElement, waiting: number, words: string) {
  const line = form.querySelector<HTMLElement>('[data-queue]')
  if (!line) return
  line.hidden = !words
  line.textContent = [words, waiting && `${waiting} lần quét đang chờ gửi, không mất.`].filter(Boolean).join(' ')
}

/** `crypto.randomUUID` is missing where the office's network has no https. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, i) => (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte))
  return hex
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
