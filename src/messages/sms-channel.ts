import type { Send } from './channel.ts'
import { postJson } from './post-json.ts'

type Gateway = { url: string; key: string | null; patience: number }

/** An HTTP gateway for SMS: JSON with `to` and `text`, and the message's id as Idempotency-Key. */
export const smsChannel =
  ({ url, key, patience }: Gateway): Send =>
  async ({ id, to, text }) => {
    const authorization = key ? { authorization: `Bearer ${key}` } : {}
    const headers = { 'idempotency-key': id, ...authorization }
    const answer = await postJson({ url, headers, body: { to, text }, patience })
    return answer.is === 'answered' ? { is: 'sent' } : answer
  }
