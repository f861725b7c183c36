import { z } from 'zod'
import { minute } from '../kit/time.ts'
import type { Outcome, Send } from './channel.ts'
import { postJson } from './post-json.ts'

type Service = { url: string; token: string; patience: number }

const reply = z.object({ error: z.number() })

/** ZNS answers 200 to everything. These are said of the person (no account, refuses, cannot receive) or of our template. */
const ofThePerson = [-108, -109, -110, -112, -114, -118, -119, -131, -132, -139, -141]
/** What we may send today is used up, or our balance: people hear of it today by the next channel. */
const usedUp = [-115, -144, -147]
const permanent = new Set([...ofThePerson, ...usedUp])
/** Too many in this minute, or too late in the evening. */
const tooMany = new Set([-32, -133])
const halfAnHour = 30 * minute

/** Zalo ZNS: a template that Zalo approved, filled in; `tracking_id` is the message's id. */
export const zaloChannel =
  ({ url, token, patience }: Service): Send =>
  async ({ id, to, zalo }) => {
    if (!zalo) return { is: 'permanent', trouble: 'no template' }
    const answer = await postJson({
      url,
      headers: { access_token: token, 'idempotency-key': id },
      body: {
        phone: to.replace('+', ''),
        template_id: zalo.template_id,
        template_data: zalo.data,
        tracking_id: id,
      },
      patience,
    })
    return answer.is === 'answered' ? outcomeOf(answer.body) : answer
  }

function outcomeOf(body: unknown): Outcome {
  const read = reply.safeParse(body)
  if (!read.success) return { is: 'temporary', trouble: 'zalo unreadable' }
  const { error } = read.data
  if (error === 0) return { is: 'sent' }
  const trouble = `zalo ${error}` as const
  if (tooMany.has(error)) return { is: 'limited', trouble, wait: halfAnHour }
  return { is: permanent.has(error) ? 'permanent' : 'temporary', trouble }
}
