import { hasHiddenCharacters, tidy } from './text.ts'

/** What the code on a citizen's identity card says, as far as a form asks for it. */
export type IdentityCard = { number: string; name: string | null; address: string }

/**
 * Reads the QR code of an identity card: `number|old number|name|ddmmyyyy|sex|address|ddmmyyyy`. Null for anything else.
 * A Vietnamese keyboard program that was left on bends names, leaving digits or signs in them: then the name is null,
 * and somebody types it.
 */
export function readIdentityCard(scanned: string): IdentityCard | null {
  const [number = '', , name = '', birth = '', , address = ''] = tidy(scanned).split('|').map(tidy)
  if (!/^\d{12}$/.test(number) || !/^\d{8}$/.test(birth)) return null
  return { number, name: isName(name) ? name : null, address: hasHiddenCharacters(address) ? '' : address }
}

const isName = (text: string) => /^[\p{L}\p{M}' .-]{2,}$/u.test(text) && !hasHiddenCharacters(text)
