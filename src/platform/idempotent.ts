import type { Knex } from 'knex'
import { conflict, DomainError } from '../kit/errors.ts'
import { decrypt, encrypt, hmac, type Keys } from '../kit/secrets.ts'
import { addMs, day } from '../kit/time.ts'
import { retryClashes } from './retry.ts'

type Sealing = Pick<Keys, 'cipher' | 'index'>
export type IdempotentRequest = { client: string; key: string; route: string; sent: unknown }

/**
 * Runs `work` once per (client, key, route): the answer is stored, encrypted, in the transaction of the work itself, so
 * that neither can exist without the other; of what was sent only a keyed hash, since it may hold numbers that can be guessed. A repeat gets the stored answer; the same key with another body is
 * `invalid key_reused`; one still running is `conflict still_running`. A failed request stores nothing: it changed nothing.
 */
export async function idempotent<T>(
  db: Knex,
  request: IdempotentRequest,
  { keys, now }: { keys: Sealing; now: Date },
  work: (trx: Knex) => Promise<T>,
): Promise<T> {
  const once = async (trx: Knex) => {
    await claim(trx, request)
    const { client, key, route } = request
    const stored = await trx('idempotent_answers').where({ client, key, route }).first()
    if (stored) return replay<T>(stored, request, keys)
    const answer = await work(trx)
    const sealed = encrypt(keys.cipher, JSON.stringify(answer))
    await trx('idempotent_answers').insert({
      client,
      key,
      route,
      fingerprint: fingerprint(request, keys),
      status: 201,
      answer: sealed,
      created_at: now,
    })
    return answer
  }
  return retryClashes(() => db.transaction(once))
}

async function claim(trx: Knex, { client, key, route }: IdempotentRequest) {
  const name = `${client} ${key} ${route}`
  const { rows } = await trx.raw('select pg_try_advisory_xact_lock(hashtextextended(:name, 0)) as is_mine', { name })
  if (!rows[0].is_mine) throw conflict('still_running', 'Yêu cầu này đang được xử lý. Xin chờ ít giây rồi gửi lại.')
}

function replay<T>(stored: { fingerprint: string; answer: Buffer }, request: IdempotentRequest, keys: Sealing): T {
  if (stored.fingerprint !== fingerprint(request, keys)) {
    throw new DomainError('invalid', 'key_reused', 'Idempotency-Key này đã dùng cho một yêu cầu khác.')
  }
  return JSON.parse(decrypt(keys.cipher, stored.answer))
}

const fingerprint = ({ sent }: IdempotentRequest, { index }: Sealing) =>
  hmac(index, JSON.stringify(sent)).toString('hex')

/** Stored answers are promised for 7 days. */
export const forgetOldAnswers = (db: Knex, now: Date): Promise<number> =>
  db('idempotent_answers')
    .where('created_at', '<', addMs(now, -7 * day))
    .delete()
