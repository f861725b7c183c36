import { type Api, api } from '../people/endpoint.ts'
import { visibleUnits } from '../people/may.ts'
import type { House } from '../platform/house.ts'
import { prints } from './print-documents.ts'
import { dossierToPrint } from './queries.ts'

/** The forms of a dossier as PDF. Each printing is noted; from the second on the paper says which it is. */
export function printRoutes(house: House): Api {
  const { on, ...slice } = api(house)
  for (const { name, summary, print } of prints) {
    on(
      { method: 'get', path: `/dossiers/:reference/${name}.pdf`, summary, who: 'print', reply: 'application/pdf' },
      async ({ db, now, actor, params }) => {
        const dossier = await dossierToPrint(db, String(params['reference']), visibleUnits(actor, 'print'))
        return print(db, dossier, { ...house, by: actor, now })
      },
    )
  }
  return { ...slice, on }
}
