// What draws long documents in a thread of its own: run by `draw-apart.ts`, never imported.
import { blankSetsPdf } from './blank-set.ts'
import { collectionNoticesPdf } from './collection-notices.ts'
import { handoverSheetPdf } from './handover-sheet.ts'
import { roundRecordPdf } from './round-record.ts'
import { roundSheetPdf } from './round-sheet.ts'
import { stockRecordPdf } from './stock-record.ts'

const documents = {
  blankSetsPdf,
  collectionNoticesPdf,
  handoverSheetPdf,
  roundRecordPdf,
  roundSheetPdf,
  stockRecordPdf,
}
export type Documents = typeof documents
export type Order = {
  [Name in keyof Documents]: { document: Name; words: Parameters<Documents[Name]> }
}[keyof Documents]

/** The PDF of one order. */
export default function draw({ document, words }: Order): Promise<Buffer> {
  return (documents[document] as (...words: unknown[]) => Promise<Buffer>)(...words)
}
