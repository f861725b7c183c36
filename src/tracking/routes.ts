import { z } from 'zod'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { type PublicView, publicView } from './public-view.ts'
import { stages } from './stage.ts'
import { track } from './track.ts'
import type { TrackLimits } from './track-limits.ts'

const question = z.strictObject({
  code: z.string().min(1).max(60),
  phone_tail: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
})

const reply = z.looseObject({ stage: z.enum([...stages, 'not_typed_in']) })

/** Following a dossier by its code: the whole timeline, or only a coarse stage. */
export function routes(house: House & { trackLimits: TrackLimits }): Api {
  const { on, ...slice } = api(house)
  on(
    {
      method: 'post',
      path: '/track',
      summary: 'Follow a dossier by the code on the slip',
      who: 'anyone',
      body: question,
      reply,
    },
    async ({ db, ctx, now, body }) => {
      const found = await track(db, { ...body, address: ctx.ip }, { keys: house.keys, limits: house.trackLimits })
      if (found.opens === 'nothing_yet') return { stage: 'not_typed_in' as const }
      const view = publicView(found.tracked, now)
      return found.opens === 'timeline' ? inWords(view) : { stage: view.stage }
    },
  )
  return { ...slice, on }
}

const inWords = ({ promised_by, returned_at, moments, ...view }: PublicView) => ({
  ...view,
  promised_by: promised_by && rfc3339(promised_by),
  returned_at: returned_at && rfc3339(returned_at),
  timeline: moments.map(({ at, text, detail }) => ({ at: rfc3339(at), text, detail })),
})
