import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { type Api, api } from '../people/endpoint.ts'
import { dossierAnswer, summary } from './dossier-view.ts'
import { findDossiers } from './find-dossiers.ts'
import { intake } from './intake.ts'
import { dossier, dossierPage, dossierQuery, takenIn } from './schemas.ts'
import { takeIn } from './take-in.ts'

/** Taking dossiers in, and reading those of one’s units; each reading of one is noted. */
export function routes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

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
    async ({ db, body, ...call }) => {
      const taken = await takeIn(db, body, doingOf(house, call))
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
    ({ db, now, actor, params }) => dossierAnswer(db, String(params['reference']), { by: actor, now }),
  )
  return { ...slice, on }
}

const linksOf = ({ reference, parcel }: { reference: string; parcel: { code: string } | null }) => ({
  waybill: `/api/v1/dossiers/${reference}/waybill.pdf`,
  ...(parcel ? { label: `/api/v1/parcels/${parcel.code}/label.pdf` } : {}),
  track: '/api/v1/track',
})
