// Paper as others see it: drawn by one foreign program, read by another.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } })
let library: ReturnType<typeof PDFiumLibrary.init> | undefined
// Not at the top: a module that awaits there keeps the tests beside it from being declared in time.
const pdfium = () => (library ??= PDFiumLibrary.init())

/** One page as 8 bit grey. */
export type Picture = { width: number; height: number; pixels: Uint8Array }

/** Dots a millimetre: 8 are a 203 dpi printer. */
export async function pictures(pdf: Buffer, dots = 8): Promise<Picture[]> {
  const document = await (await pdfium()).loadDocument(pdf)
  const drawn: Picture[] = []
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({ scale: (dots * 25.4) / 72, render: async ({ data }) => data })
    drawn.push({
      width,
      height,
      pixels: await sharp(data, { raw: { width, height, channels: 4 } })
        .extractChannel(0)
        .raw()
        .toBuffer(),
    })
  }
  document.destroy()
  return drawn
}

/** What can be selected and searched on each page; lines joined by single spaces. */
export async function texts(pdf: Buffer): Promise<string[]> {
  const document = await (await pdfium()).loadDocument(pdf)
  const found = [...document.pages()].map(page => page.getText().replace(/\s+/g, ' '))
  document.destroy()
  return found
}

/** All that a bar code reader finds, `Code128 PA…` and `QRCode …`, sorted; the paper turned by `degrees` and out of focus by `blur`. */
export async function codes(picture: Picture, degrees = 0, blur = 0): Promise<string[]> {
  const raw = { width: picture.width, height: picture.height, channels: 1 as const }
  const turned = sharp(picture.pixels, { raw }).rotate(degrees, { background: 'white' })
  const seen = blur > 0 ? turned.blur(blur) : turned
  const { data, info } = await seen.ensureAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const image = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb' as const,
  }
  const results = await readBarcodes(image, { formats: ['Code128', 'QRCode'], tryHarder: true })
  return results.map(({ format, text }) => `${format} ${text}`).sort()
}

/** Lengths of light and dark, alternately and beginning light, along one row of pixels. */
export function runs({ width, pixels }: Picture, row: number): number[] {
  const lengths = [0]
  let dark = false
  for (const pixel of pixels.subarray(row * width, (row + 1) * width)) {
    if (pixel < 128 !== dark) {
      lengths.push(0)
      dark = !dark
    }
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
  }
  return lengths
}
