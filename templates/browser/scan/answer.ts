import type { Sound } from './sounds.ts'

/** What the server made of a form: done, or to be sent again because nobody who may was there to take it. */
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
    if (reply.status !== 200 && reply.status !== 422) return again(reply)
    return shown(new DOMParser().parseFromString(await reply.text(), 'text/html'))
  } catch {
    return { isDone: false, isWrong: false, sound: 'offline', words: 'Chưa có mạng.' }
  }
}

const again = ({ type, status }: Response): Answer => ({
  isDone: false,
  isWrong: false,
  sound: 'offline',
  words:
    type === 'opaqueredirect' || status === 403
      ? 'Phiên đã hết: xin tải lại trang và đăng nhập.'
      : 'Hệ thống đang bận.',
})

/** Takes over what the page says beside its form, which stays as it is under the hands of who scans. */
function shown(page: Document): Answer {
  for (const fresh of page.querySelectorAll('[data-live]')) document.getElementById(fresh.id)?.replaceWith(fresh)
  const errors = page.querySelector('.govuk-error-summary')
  if (errors) document.getElementById('outcome')?.replaceChildren(errors)
  const sound = document.querySelector<HTMLElement>('#outcome [data-sound]')?.dataset['sound'] as Sound | undefined
  return { isDone: true, isWrong: errors !== null, sound: errors ? 'wrong' : (sound ?? 'ok'), words: '' }
}
