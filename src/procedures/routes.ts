import { z } from 'zod'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { documentsOf, type ProcedureRow, procedureByKey, procedureList } from './queries.ts'

const procedure = z.strictObject({
  id: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  field: z.string(),
  field_name: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  working_days: z.int().nullable(),
  fees: z.strictObject({ state: z.strictObject({ amount: z.int().nullable(), note: z.string().nullable() }) }),
  receive_by_post: z.boolean(),
  return_by_post: z.boolean(),
  unverified: z.array(z.string()).describe('Members whose value no published source confirmed yet.'),
})
const whole = procedure.extend({ documents: z.array(z.strictObject({ name: z.string(), required: z.boolean() })) })

/** The catalogue, open to everybody. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)
  const query = z.strictObject({
    q: z.string().max(100).optional(),
    field: z.string().max(40).optional(),
    level: z.string().max(20).optional(),
  })

  on(
    {
      method: 'get',
      path: '/procedures',
      summary: 'The catalogue of procedures',
      who: 'anyone',
      query,
      reply: z.strictObject({ items: z.array(procedure), next: z.null() }),
    },
    async ({ db, query }) => ({
      items: (await procedureList(db, query)).map(shown),
      next: null,
    }),
  )

  on(
    {
      method: 'get',
      path: '/procedures/:id',
      summary: 'One procedure with its documents',
      who: 'anyone',
      reply: whole,
    },
    async ({ db, params }) => {
      const row = await procedureByKey(db, String(params['id']))
      const documents = await documentsOf(db, row.id)
      return { ...shown(row), documents: documents.map(({ name, is_required }) => ({ name, required: is_required })) }
    },
  )
  return { ...slice, on }
}

const shown = ({
  key,
  code,
  name,
  field_id,
  field_name,
  level,
  working_days,
  fee_amount,
  fee_note,
  receive_by_post,
  return_by_post,
  unverified,
}: ProcedureRow) => ({
  id: key,
  code,
  name,
  field: field_id,
  field_name,
  level,
  working_days,
  fees: { state: { amount: fee_amount, note: fee_note } },
  receive_by_post,
  return_by_post,
  unverified,
})
