import { dong } from '../../src/kit/money.ts'
import { longTime } from '../../src/kit/time.ts'
import { groupedItemCode, groupedSheetNumber } from './code-groups.ts'
import { type Flow, field, numberPages, paragraph, startFlow } from './flow.ts'
import { codeInBars, formHeading, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'
import { type Column, table } from './table.ts'

/** One side on paper; `person` is empty until somebody has signed for it. */
type PrintedSide = { unit: string; person: string; at: Date | null }

/** A dossier in a parcel, or a parcel that holds none. What is null is not to be written there. */
export type HandoverLine = {
  code: string
  dossier: string | null
  applicant: string | null
  procedure: string | null
  papers: number | null
  collect: number | null
  note: string
}

/** Everything on Bảng kê giao nhận. The signed time is the legal one (QĐ 45/2016/QĐ-TTg). */
export type HandoverSheet = {
  number: string
  parentBody: string
  unit: string
  direction: string
  giver: PrintedSide
  taker: PrintedSide
  /** How the taker made sure; null before they signed. */
  mode: string | null
  paperNumber: string | null
  reservation: string | null
  /** What the paper has to say of itself: `tự giao nhận`, `không có bảng giao`. */
  marks: string[]
  lines: HandoverLine[]
  short: string[]
  over: string[]
  /** The newest tree head of the log of facts: this paper is a witness of all that was known before it. */
  checkpoint: { size: number; root: string } | null
  madeAt: Date
  /** SHA-256 of the signed words, in hex; only once they are signed. */
  digest?: string
}

const copies = ['Liên 1: bên giao giữ', 'Liên 2: bên nhận giữ'] as const

/** Bảng kê giao nhận: two copies on A4, each beginning on its own page. */
export function handoverSheetPdf(handover: HandoverSheet): Promise<Buffer> {
  const sheet = newSheet('a4', `Bảng kê giao nhận ${handover.number}`, handover.madeAt)
  for (const copy of copies) {
    const first = sheet.doc.bufferedPageRange().count
    const flow = startFlow(sheet, 'a4')
    drawCopy(flow, handover, copy)
    numberPages(flow, `Bảng kê giao nhận ${groupedSheetNumber(handover.number)} – ${copy}`, first)
  }
  return finish(sheet)
}

const size = 9
const small = 7

function drawCopy(flow: Flow, handover: HandoverSheet, copy: string) {
  const { number, parentBody, unit, madeAt, giver, taker } = handover
  formHeading(flow, { formSet: '2018', parentBody, unit, number, place: 'Đắk Nông', madeAt, reprint: 0 })
  title(flow, 'BẢNG KÊ GIAO NHẬN', copy)
  codeInBars(flow, number, `Số bảng: ${groupedSheetNumber(number)}`)
  for (const mark of handover.marks) paragraph(flow, mark.toUpperCase(), { size: 11, face: 'bold', align: 'center' }, 4)
  sides(flow, handover)
  table(flow, columns, handover.lines.map(cells), 7.6)
  totals(flow, handover)
  differences(flow, handover)
  const signing = [
    { role: 'BÊN GIAO', name: giver.person },
    { role: 'BÊN NHẬN', name: taker.person },
  ]
  signatures(flow, signing)
  proofs(flow, handover)
}

function sides(flow: Flow, { giver, taker, direction, mode, paperNumber, reservation }: HandoverSheet) {
  field(flow, 'Bên giao', sideWords(giver), size)
  field(flow, 'Bên nhận', sideWords(taker), size)
  field(flow, 'Chiều', direction, size)
  field(flow, 'Giao lúc', giver.at ? longTime(giver.at) : '', size)
  field(flow, 'Nhận lúc', taker.at ? longTime(taker.at) : '', size)
  if (mode) field(flow, 'Cách nhận', paperNumber ? `${mode}, số ${paperNumber}` : mode, size)
  if (reservation) field(flow, 'Nhận có bảo lưu', reservation, size)
  flow.y += 3
}

const sideWords = ({ unit, person }: PrintedSide) => (person ? `${unit} – ${person}` : unit)

const columns: Column[] = [
  { head: 'STT', share: 0.05, align: 'center' },
  { head: 'Mã bưu gửi', share: 0.14 },
  { head: 'Mã hồ sơ', share: 0.17 },
  { head: 'Tên người nộp', share: 0.15 },
  { head: 'Thủ tục', share: 0.21 },
  { head: 'Số giấy tờ', share: 0.07, align: 'center' },
  { head: 'Phí thu hộ', share: 0.1, align: 'right' },
  { head: 'Ghi chú', share: 0.11 },
]

const cells = ({ code, dossier, applicant, procedure, papers, collect, note }: HandoverLine, i: number) => [
  String(i + 1),
  groupedItemCode(code),
  dossier ?? '–',
  applicant ?? '–',
  procedure ?? '–',
  papers === null ? '–' : String(papers),
  collect === null ? '–' : dong(collect),
  note || '–',
]

function totals(flow: Flow, { lines }: HandoverSheet) {
  const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
  const parcels = new Set(lines.map(({ code }) => code)).size
  const dossiers = lines.filter(({ dossier }) => dossier !== null).length
  const papers = sum(lines.map(line => line.papers))
  const collect = dong(sum(lines.map(line => line.collect)))
  field(flow, 'Cộng', `${parcels} bưu gửi, ${dossiers} hồ sơ, ${papers} giấy tờ; thu hộ ${collect}`, size)
}

/** So many codes stand in one paragraph: a longer one would not break over the page. */
const codesAtOnce = 60

function differences(flow: Flow, { short, over, taker }: HandoverSheet) {
  if (!taker.at) return
  for (const [label, codes] of Object.entries({ Thiếu: short, Thừa: over })) {
    if (!codes.length) field(flow, label, 'không', size)
    for (let from = 0; from < codes.length; from += codesAtOnce)
      field(flow, label, codes.slice(from, from + codesAtOnce).join(', '), size)
  }
}

/** What lets a paper in an archive be compared with the records, years later. */
function proofs(flow: Flow, { checkpoint, digest }: HandoverSheet) {
  flow.y += 10
  if (digest) field(flow, 'Dấu kiểm của bảng (SHA-256)', digest, small)
  if (checkpoint) field(flow, 'Dấu kiểm của sổ cái', `${checkpoint.size} sự việc, ${checkpoint.root}`, small)
}
