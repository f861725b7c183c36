import type { Consequence } from '../custody/consequence.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { type Api, api } from '../people/endpoint.ts'
import { visibleUnits } from '../people/may.ts'
import type { House } from '../platform/house.ts'
import { dossierView, summary } from './dossier-view.ts'
import { findDossiers } from './find-dossiers.ts'
import { intake } from './intake.ts'
import { dossier, dossierPage, dossierQuery, takenIn } from './schemas.ts'
import { takeIn } from './take-in.ts'

export function routes(house: House & { consequences: readonly Consequence[] }): Api {
  const { on, ...slice } = api(house)
  const doing = (by: Actor, now: Date) => ({ by, now, keys: house.keys, consequences: house.consequences })

  on(
    {
      method: 'post',
      path: '/dossiers',
      summary: 'Take a dossier in',
      who: 'take in',
      body: intake,
      reply: takenIn,
      creates: true,
    },
    async ({ db, now, actor, body }) => {
      const taken = await takeIn(db, body, doing(actor, now))
      return { ...taken, links: linksOf(taken) }
    },
  )

  on(
    {
      method: 'get',
      path: '/dossiers',
      summary: 'Dossiers of one’s units',
      who: 'read dossiers',
      query: dossierQuery,
      reply: dossierPage,
    },
    async ({ db, now, actor, query }) => {
      const { items, next } = await findDossiers(db, query, { by: actor, now })
      return { items: items.map(item => ({ ...summary(item), applicant: item.applicant_name })), next }
    },
  )

  on(
    {
      method: 'get',
      path: '/dossiers/:reference',
      summary: 'A dossier with its parcels, clocks and history',
      who: 'read dossiers',
      reply: dossier,
    },
    async ({ db, now, actor, params }) => {
      const reference = String(params['reference'])
      const { dossier: _, ...view } = await dossierView(db, reference, visibleUnits(actor, 'read dossiers'))
      await audit(db, { by: actor, action: 'read dossier', subject: view.reference }, now)
      return view
    },
  )
  return { ...slice, on }
}

const linksOf = ({ reference, parcel }: { reference: string; parcel: { code: string } | null }) => ({
  waybill: `/api/v1/dossiers/${reference}/waybill.pdf`,
  ...(parcel ? { label: `/api/v1/parcels/${parcel.code}/label.pdf` } : {}),
  track: '/api/v1/track',
})
