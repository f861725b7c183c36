import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { hmac, type Keys, readLookupCode } from '../kit/secrets.ts'
import { ratings } from './options.ts'

/** The slip's three questions; nobody has to say who they are. */
export const surveyAnswer = z.object({
  rating: z.enum(ratings, 'Xin chọn một mức.').transform(Number),
  had_to_call: z
    .enum(['yes', 'no'])
    .transform(word => word === 'yes')
    .optional(),
  code: z.string().max(60).optional(),
})
export type SurveyAnswer = z.output<typeof surveyAnswer>

/**
 * Keeps an answer. With the lookup code of a dossier it is that dossier's one answer: a second changes nothing. A code that
 * opens nothing is none, and nobody is told which it was.
 */
export async function answerSurvey(
  db: Knex,
  { rating, had_to_call, code }: SurveyAnswer,
  { now, keys }: { now: Date; keys: Pick<Keys, 'index'> },
): Promise<void> {
  const read = code ? readLookupCode(code) : null
  const found =
    read &&
    (await db('lookup_codes')
      .where({ code_index: hmac(keys.index, read) })
      .whereNull('revoked_at')
      .first('dossier_id'))
  await db('survey_answers')
    .insert({
      id: uuidv7(),
      answered_at: now,
      rating,
      had_to_call: had_to_call ?? null,
      dossier_id: found ? found.dossier_id : null,
    })
    .onConflict('dossier_id')
    .ignore()
}
