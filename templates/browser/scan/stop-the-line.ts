/**
 * A scan that was not simply recorded must be looked at before the next. The dialog is deaf to the scanner, its Enter
 * included: it closes by F9 or the mouse. What is scanned meanwhile is refused aloud, not swallowed.
 */
export function stopTheLine(refuseAloud: () => void): void {
  const dialog = document.querySelector<HTMLDialogElement>('.bt-stop')
  const words = dialog?.querySelector('[data-stop-words]')
  const verdicts = document.querySelector('#outcome .bt-verdicts__list')
  if (!dialog || !words || !verdicts || dialog.open) return
  words.replaceChildren(verdicts.cloneNode(true))
  const listening = new AbortController()
  const close = () => {
    listening.abort()
    dialog.close()
    document.querySelector<HTMLElement>('#scan textarea')?.focus()
  }
  const { signal } = listening
  dialog.querySelector('[data-stop-close]')?.addEventListener('click', event => isByHand(event) && close(), { signal })
  dialog.addEventListener('cancel', event => event.preventDefault(), { signal })
  const onKey = (event: KeyboardEvent) => {
    event.preventDefault()
    if (event.key === 'F9') close()
    else if (event.key === 'Enter') refuseAloud()
  }
  document.addEventListener('keydown', onKey, { signal, capture: true })
  dialog.showModal()
}

/** A click that a key made has no position. */
const isByHand = (event: Event) => event instanceof MouseEvent && event.detail > 0
