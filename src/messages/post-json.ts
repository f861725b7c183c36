import { minute } from '../kit/time.ts'
import type { Outcome } from './channel.ts'

type Request = { url: string; headers: Record<string, string>; body: object; patience: number }
export type Answered = Outcome | { is: 'answered'; body: unknown }

/** Of this number or this text, and the same however often it is sent. Wrong keys are ours to mend: they are tried again. */
const permanent = new Set([400, 404, 406, 410, 413, 415, 422])

/** Posts JSON, without following anybody elsewhere, and classes what can go wrong on the way. Never throws. */
export async function postJson({ url, headers, body, patience }: Request): Promise<Answered> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const text = await reply.text()
    return reply.ok ? { is: 'answered', body: readJson(text) } : refusal(reply)
  } catch (error) {
    return { is: 'temporary', trouble: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network' }
  }
}

function refusal({ status, headers }: Response): Outcome {
  const trouble = `http ${status}` as const
  if (status === 429) return { is: 'limited', trouble, wait: waitOf(headers.get('retry-after')) }
  return { is: permanent.has(status) ? 'permanent' : 'temporary', trouble }
}

/** Retry-After in seconds; one that is a date, or none, is taken for a minute. */
const waitOf = (said: string | null) => (said && /^\d{1,6}$/.test(said) ? Number(said) * 1000 : minute)

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
