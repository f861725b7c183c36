import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const files = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
  italic: '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
} as const

export type Face = keyof typeof files
export const faces = Object.keys(files) as Face[]

const parsed = new Map<Face, Font>()

/** A face of Noto Sans, read and parsed at its first use and shared by every document after that. */
export function font(face: Face): Font {
  const known = parsed.get(face) ?? parse(face)
  parsed.set(face, known)
  return known
}

function parse(face: Face): Font {
  const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${files[face]}`)
  const fresh = create(readFileSync(file))
  keepLettersWhole(fresh)
  nameEveryGlyph(fresh)
  return fresh
}

// Left to itself the font draws ụ as a u and a dot: it looks the same, but who searches for `cục` finds `cuc` and a stray dot.
function keepLettersWhole(fresh: Font) {
  const layout = fresh.layout.bind(fresh)
  fresh.layout = text => layout(text, { ccmp: false, liga: false })
}

// A glyph keeps the text of its first use. In a shared font that first use may be as a part of another glyph (the ê inside ế),
// without any text, and a later document could no longer be searched. So each is met under its own character first.
function nameEveryGlyph(fresh: Font) {
  for (const point of fresh.characterSet) fresh.glyphForCodePoint(point)
}
