import { receiptPdf } from '../../templates/documents/receipt.ts'
import { refusalPdf } from '../../templates/documents/refusal.ts'
import { supplementRequestPdf } from '../../templates/documents/supplement-request.ts'
import { waybillPdf } from '../../templates/documents/waybill.ts'
import { type Api, api } from '../people/endpoint.ts'
import { visibleUnits } from '../people/may.ts'
import type { House } from '../platform/house.ts'
import type { Doing } from './doing.ts'
import { receiptOf, refusalOf, supplementRequestOf } from './print-forms.ts'
import { waybillOf } from './print-waybill.ts'
import { type DossierRow, dossierByReference } from './queries.ts'

type Printing = Pick<Doing, 'by' | 'now' | 'keys'>
type Print = (db: House['db'], dossier: DossierRow, printing: Printing) => Promise<Buffer>

/** The forms of a dossier as PDF. Each printing is noted; from the second on the paper says which it is. */
export function printRoutes(house: House): Api {
  const { on, ...slice } = api(house)
  const prints: { name: string; summary: string; print: Print }[] = [
    {
      name: 'waybill',
      summary: 'Phiếu gửi: the receipt of intake, two copies',
      print: async (db, dossier, printing) => waybillPdf(await waybillOf(db, dossier, { ...printing, ...house })),
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
  for (const { name, summary, print } of prints) {
    on(
      { method: 'get', path: `/dossiers/:reference/${name}.pdf`, summary, who: 'print', reply: 'application/pdf' },
      async ({ db, now, actor, params }) => {
        const dossier = await dossierByReference(db, String(params['reference']), visibleUnits(actor))
        return print(db, dossier, { by: actor, now, keys: house.keys })
      },
    )
  }
  return { ...slice, on }
}
