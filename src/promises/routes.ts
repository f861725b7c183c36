import { z } from 'zod'
import { line } from '../kit/fields.ts'
import { paged } from '../kit/paging.ts'
import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { openAlerts } from './open-alerts.ts'

const alert = z.strictObject({
  id: z.uuid(),
  watch: z.string(),
  level: z.enum(['at_risk', 'missed', 'breach', 'breach_day', 'watch']),
  clock: z.string().nullable(),
  raised_at: z.string(),
  due_at: z.string().nullable(),
  acknowledged_at: z.string().nullable(),
  acknowledged_by: z.string().nullable(),
  note: z.string().nullable(),
  code: z.string().nullable(),
  reference: z.string().nullable(),
  unit: z.string().nullable(),
})

/** Alerts that are open, and taking one on. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/alerts',
      summary: 'Open alerts',
      who: 'watch promises',
      query: paged,
      reply: z.strictObject({ items: z.array(alert), next: z.uuid().nullable() }),
    },
    ({ db, query }) => openAlerts(db, query),
  )

  on(
    {
      method: 'post',
      path: '/alerts/:id/acknowledgement',
      summary: 'Take an alert on',
      who: 'acknowledge',
      body: z.strictObject({ note: line(500) }),
      reply: z.strictObject({ id: z.uuid() }),
    },
    async ({ db, now, actor, params, body }) => {
      const id = idIn(params)
      await acknowledgeAlert(db, { id, note: body.note }, { by: actor, now })
      return { id }
    },
  )
  return { ...slice, on }
}
