import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { faces, font } from './fonts.ts'

/** Millimetres as PDF points. All drawing below is in points. */
export const mm = (length: number) => (length * 72) / 25.4

/** Points as millimetres, for the bar codes, which are drawn in those. */
export const inMm = (points: number) => (points * 25.4) / 72

/** Width and height in millimetres. */
export const papers = { a4: [210, 297], a5: [148, 210], a6: [105, 148], '100x150': [100, 150] } as const
export type Paper = keyof typeof papers

/** A document being drawn, and the part of its logical structure that new content belongs to. */
export type Sheet = { readonly doc: PDFKit.PDFDocument; readonly part: PDFKit.PDFStructureElement }

type Tagging = PDFKit.Mixins.StructureElementOptions

const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g

/** Composed Vietnamese on one line, nothing invisible: the one door through which text reaches paper. */
export const printable = (text: string) => text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ')

/** A new tagged document (PDF 1.7, PDF/UA, Vietnamese) without pages. `madeAt` is its date, so equal data give equal bytes. */
export function newSheet(paper: Paper, title: string, madeAt: Date): Sheet {
  const [width, height] = papers[paper]
  const doc = new PDFDocument({
    size: [mm(width), mm(height)],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    // The published types list only the PDF/A subsets.
    subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
    lang: 'vi-VN',
    displayTitle: true,
    // Empty: otherwise the measures of Helvetica are read for every document, and never used.
    font: '',
    info: { Title: printable(title), Creator: 'Bưu Trạm', Producer: 'Bưu Trạm', CreationDate: madeAt },
    autoFirstPage: false,
    bufferPages: true,
  })
  for (const face of faces) doc.registerFont(face, font(face))
  const part = doc.struct('Document')
  doc.addStructure(part)
  return { doc, part }
}

/** Draws real content: one element of the structure (`P`, `H1`, `TD`, …) with everything `draw` puts on the page. */
export function content(sheet: Sheet, tag: string, draw: () => void, tagging: Tagging = {}) {
  const alt = tagging.alt === undefined ? {} : { alt: printable(tagging.alt) }
  sheet.part.add(sheet.doc.struct(tag, { ...tagging, ...alt }, draw))
}

/** Opens a grouping element (`Table`, `TR`, `Sect`) and draws inside it. */
export function within(sheet: Sheet, tag: string, draw: (inner: Sheet) => void, tagging: Tagging = {}) {
  const part = sheet.doc.struct(tag, tagging)
  sheet.part.add(part)
  draw({ doc: sheet.doc, part })
  part.end()
}

/** Draws what a reader of the text has no use for: rules, frames, page numbers. */
export function artifact(sheet: Sheet, draw: () => void) {
  sheet.doc.markContent('Artifact', { type: 'Layout' })
  draw()
  sheet.doc.endMarkedContent()
}

/** Closes the document and answers its bytes. */
export function finish(sheet: Sheet): Promise<Buffer> {
  sheet.part.end()
  const bytes = buffer(sheet.doc)
  sheet.doc.end()
  return bytes
}
