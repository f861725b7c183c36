/**
 * A scan that was not simply recorded must be looked at before the next. The dialog is deaf to the scanner, its Enter
 * included: it closes by F9 or the mouse. What is scanned meanwhile is refused aloud, not swallowed. Resolves when it closes.
 */
export function stopTheLine(refuseAloud: () => void): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('.bt-stop')
  const words = dialog?.querySelector('[data-stop-words]')
  const verdicts = document.querySelector('#outcome .bt-verdicts__list')
  if (!dialog || !words || !verdicts || dialog.open) return Promise.resolve()
  words.replaceChildren(verdicts.cloneNode(true))
  const codes = document.querySelector<HTMLTextAreaElement>('#scan textarea')
  // The scanner was in the middle of a code, whose rest the dialog takes.
  if (codes) codes.value = codes.value.replace(/[^\n]*$/, '')
  const listening = new AbortController()
  const { signal } = listening
  const close = () => {
    listening.abort()
    dialog.close()
    codes?.focus()
  }
  dialog.querySelector('[data-stop-close]')?.addEventListener('click', event => isByHand(event) && close(), { signal })
  dialog.addEventListener('cancel', event => event.preventDefault(), { signal })
  const onKey = (event: KeyboardEvent) => {
    event.preventDefault()
    if (event.key === 'F9') close()
    else if (event.key === 'Enter') refuseAloud()
  }
  document.addEventListener('keydown', onKey, { signal, capture: true })
  dialog.showModal()
  return new Promise(resolve => signal.addEventListener('abort', () => resolve()))
}

/** A click that a key made has no position. */
const isByHand = (event: Event) => event instanceof MouseEvent && event.detail > 0
