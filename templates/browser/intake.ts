// What the browser adds to the intake form, which works without it: an identity card scanned into a number's field
// fills the person's fields at once, and communes are found by typing any part of their name without marks.
import { readIdentityCard } from '../../src/kit/identity-card.ts'
import { fold } from '../../src/kit/text.ts'

for (const input of document.querySelectorAll<HTMLInputElement>('[data-identity-card]')) readCardInto(input)
for (const select of document.querySelectorAll<HTMLSelectElement>('[data-communes]')) findByTyping(select)

/** A scanner types the line and ends it with Enter, which must not send the form. */
function readCardInto(input: HTMLInputElement) {
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    const card = readIdentityCard(input.value)
    if (!card) return
    event.preventDefault()
    const part = input.dataset['identityCard'] ?? ''
    input.value = card.number
    fill(`${part}.id_kind`, 'cccd')
    if (card.name !== null) fill(`${part}.name`, card.name)
    const line = field(`${part}.address.line`)
    if (line?.value === '') line.value = card.address
    field(card.name === null ? `${part}.name` : `${part}.phone`)?.focus()
  })
}

const field = (id: string) => document.getElementById(id) as HTMLInputElement | HTMLSelectElement | null

function fill(id: string, value: string) {
  const found = field(id)
  if (found) found.value = value
}

/** A select finds only by first letters with their marks; here the letters typed within a second are looked for anywhere. */
function findByTyping(select: HTMLSelectElement) {
  const options = [...select.options].map(option => ({ index: option.index, text: fold(option.text) }))
  let typed = ''
  let last = 0
  select.addEventListener('keydown', event => {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return
    typed = event.timeStamp - last < 1000 ? typed + event.key : event.key
    last = event.timeStamp
    const words = fold(typed)
    const found = options.find(({ text }) => text.startsWith(words)) ?? options.find(({ text }) => text.includes(words))
    event.preventDefault()
    if (found && words) select.selectedIndex = found.index
  })
}
