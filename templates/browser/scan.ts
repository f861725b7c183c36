// What the scan station gains with a script: the scanner's Enter records at once, scans queue and are never dropped,
// ears learn the verdict. The form behind it is the same that works without.
import { startQueue } from './scan/queue.ts'
import { play } from './scan/sounds.ts'

const form = document.querySelector<HTMLFormElement>('#scan')
const codes = form?.querySelector<HTMLTextAreaElement>('textarea')
if (form && codes) start(form, codes)

function start(form: HTMLFormElement, codes: HTMLTextAreaElement) {
  const queue = startQueue(form, sound => play(sound))
  const take = () => {
    if (codes.value.trim()) queue.add(new FormData(form))
    codes.value = ''
    codes.focus()
  }
  codes.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    take()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    take()
  })
  keepFocus(form, codes)
}

/** A scanner types wherever the cursor is: what is typed nowhere belongs to the codes. */
function keepFocus(form: HTMLFormElement, codes: HTMLTextAreaElement) {
  const away = form.querySelector<HTMLElement>('[data-away]')
  const show = (isAway: boolean) => {
    document.body.classList.toggle('is-away', isAway)
    if (away) away.hidden = !isAway
  }
  if (!document.querySelector('.govuk-error-summary')) codes.focus()
  window.addEventListener('blur', () => show(true))
  window.addEventListener('focus', () => show(false))
  document.addEventListener('keydown', event => {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select, button, a, summary')
    if (!isTyping && event.key.length === 1 && !event.ctrlKey && !event.metaKey) codes.focus()
  })
  form.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement && event.target.name === 'step') codes.focus()
  })
}
