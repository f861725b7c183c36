import type Router from '@koa/router'
import { SurveyPage } from '../../templates/messages/survey-page.tsx'
import { surveyPaths } from '../../templates/words/paths.ts'
import type { FieldError } from '../kit/errors.ts'
import type { Language } from '../kit/language.ts'
import { parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { count, hitLimit } from '../people/limit.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { answerSurvey, surveyAnswer } from './answer-survey.ts'
import { printSurveySlip } from './print-survey-slip.ts'

/** A family, an office, a village behind one address; who stuffs the box is slowed down. */
const answersAnHour = 20

/** Three questions for who has their result, without signing in; and the slip whose code leads there. */
export function surveyPages(house: House): Router {
  const { router, get, post } = pages(house)
  const limit = hitLimit(answersAnHour, 3600)

  const show = ({ frame, form, show }: PageCall, language: Language, errors: FieldError[] = []) =>
    show(SurveyPage({ frame, language, isDone: false, values: form, errors }), errors.length ? 422 : 200)

  for (const language of ['vi', 'en'] as const) {
    get(surveyPaths[language], 'anyone', async call => show(call, language))

    post(surveyPaths[language], 'anyone', async call => {
      const { form, frame, now, ctx } = call
      const outcome = await formOutcome(async () => {
        const answer = parse(surveyAnswer, filled(form))
        await count(limit, ctx.ip)
        await answerSurvey(house.db, answer, { now, keys: house.keys })
      })
      if ('errors' in outcome) return show(call, language, outcome.errors)
      call.show(SurveyPage({ frame, language, isDone: true, values: {}, errors: [] }))
    })
  }

  get('/staff/survey-slip.pdf', 'watch rounds', async ({ ctx, now }) => {
    ctx.body = await printSurveySlip(house, now)
    ctx.type = 'application/pdf'
  })
  return router
}

const filled = ({ rating = '', ...form }: Record<string, string>) => ({
  rating,
  ...Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== '')),
})
