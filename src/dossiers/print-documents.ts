import type { Knex } from 'knex'
import { receiptPdf } from '../../templates/documents/receipt.ts'
import { refusalPdf } from '../../templates/documents/refusal.ts'
import { supplementRequestPdf } from '../../templates/documents/supplement-request.ts'
import { waybillPdf } from '../../templates/documents/waybill.ts'
import type { Doing } from '../custody/doing.ts'
import type { House } from '../platform/house.ts'
import { receiptOf, refusalOf, supplementRequestOf } from './print-forms.ts'
import { waybillOf } from './print-waybill.ts'
import type { DossierRow } from './queries.ts'

type Printing = Pick<Doing, 'by' | 'now' | 'keys'> & Pick<House, 'publicUrl' | 'hotline'>
type Print = { name: string; summary: string; print: (db: Knex, of: DossierRow, printing: Printing) => Promise<Buffer> }

/** The forms of a dossier as PDF, by the name of their file: pages and API read this one table. */
export const prints: readonly Print[] = [
  {
    name: 'waybill',
    summary: 'Phiếu gửi: the receipt of intake, two copies',
    print: async (db, dossier, printing) => waybillPdf(await waybillOf(db, dossier, printing)),
  },
  {
    name: 'receipt',
    summary: 'Form 01, after acceptance',
    print: async (db, dossier, printing) => receiptPdf(await receiptOf(db, dossier, printing)),
  },
  {
    name: 'supplement-request',
    summary: 'Form 02',
    print: async (db, dossier, printing) => supplementRequestPdf(await supplementRequestOf(db, dossier, printing)),
  },
  {
    name: 'refusal',
    summary: 'Form 03',
    print: async (db, dossier, printing) => refusalPdf(await refusalOf(db, dossier, printing)),
  },
]
