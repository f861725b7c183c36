import type { Sound } from './sounds.ts'

/**
 * What the server made of a form. Done: our page answered this very form. Wrong: it will never be taken as it is, and goes
 * back to whoever scanned. Neither: to be sent again, nobody who may was there to take it.
 */
export type Answer = { isDone: boolean; isWrong: boolean; sound: Sound; words: string }

/** Sends a form to the page itself and shows what the page says. Never throws: no network is an answer too. */
export async function answerOf(address: string, body: URLSearchParams): Promise<Answer> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    })
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    // A network that asks for a sign-in of its own answers 200 too, with a page of its own.
    if (page.getElementById('outcome')?.dataset['request'] === body.get('request_id')) return shown(page)
    return isForGood(reply) ? refused(reply) : again(reply)
  } catch {
    return { isDone: false, isWrong: false, sound: 'offline', words: 'Chưa có mạng.' }
  }
}

const isForGood = ({ status }: Response) => status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status)

const refused = ({ status }: Response): Answer => ({
  isDone: true,
  isWrong: true,
  sound: 'wrong',
  words: `Hệ thống không nhận lần quét này (lỗi ${status}); mã đã trở lại ô nhập. Xin báo người phụ trách.`,
})

const again = (reply: Response): Answer => ({ isDone: false, isWrong: false, sound: 'offline', words: whyAgain(reply) })

function whyAgain({ type, status }: Response): string {
  if (type === 'opaqueredirect' || status === 403) return 'Phiên đã hết: xin tải lại trang và đăng nhập.'
  return status < 300 ? 'Mạng ở đây trả lời thay hệ thống: có thể phải đăng nhập mạng.' : 'Hệ thống đang bận.'
}

/** Takes over what the page says beside its form, which stays as it is under the hands of who scans. */
function shown(page: Document): Answer {
  for (const fresh of page.querySelectorAll('[data-live]')) document.getElementById(fresh.id)?.replaceWith(fresh)
  const errors = page.querySelector('.govuk-error-summary')
  if (errors) document.getElementById('outcome')?.replaceChildren(errors)
  const sound = document.querySelector<HTMLElement>('#outcome [data-sound]')?.dataset['sound'] as Sound | undefined
  return { isDone: true, isWrong: errors !== null, sound: errors ? 'wrong' : (sound ?? 'ok'), words: '' }
}
