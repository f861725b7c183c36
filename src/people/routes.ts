import { z } from 'zod'
import { rfc3339 } from '../kit/time.ts'
import type { House } from '../platform/house.ts'
import { type Api, api } from './endpoint.ts'
import type { GuessLimit } from './guess-limit.ts'
import { signIn } from './sign-in.ts'

const credentials = z.strictObject({
  username: z.string().trim().toLowerCase().max(60),
  password: z.string().max(200),
})
const session = z.strictObject({
  token: z.string(),
  expires_at: z.string(),
  person: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    assignments: z.array(z.strictObject({ role: z.string(), unit: z.string().nullable() })),
  }),
})

/** Signing in as a program. */
export function routes(house: House & { signInLimit: GuessLimit }): Api {
  const { on, ...slice } = api(house)
  on(
    {
      method: 'post',
      path: '/sessions',
      summary: 'Sign in; answers a bearer token',
      who: 'anyone',
      body: credentials,
      reply: session,
      status: 201,
    },
    async ({ db, ctx, now, body }) => {
      const { token, expires_at, person } = await signIn(
        db,
        { ...body, address: ctx.ip, kind: 'api' },
        { now, limit: house.signInLimit },
      )
      const assignments = person.assignments.map(({ role, unit }) => ({ role, unit }))
      return { token, expires_at: rfc3339(expires_at), person: { id: person.id, name: person.name, assignments } }
    },
  )
  return { ...slice, on }
}
