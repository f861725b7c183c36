import type Router from '@koa/router'
import { StopPage } from '../../templates/messages/stop-page.tsx'
import { SurveyPage } from '../../templates/messages/survey-page.tsx'
import { surveyPaths } from '../../templates/words/paths.ts'
import { type FieldError, notFound } from '../kit/errors.ts'
import type { Language } from '../kit/language.ts'
import { parse } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { count, hitLimit } from '../people/limit.ts'
import { type PageCall, type Pages, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { readStopToken } from './addresses.ts'
import { answerSurvey, surveyAnswer } from './answer-survey.ts'
import { printSurveySlip } from './print-survey-slip.ts'
import { stopAddresses } from './stop-addresses.ts'

/** What people say to us without signing in: no more of this, and whether they are satisfied. */
export function citizenPages(house: House): Router {
  const all = pages(house)
  stopPages(house, all)
  surveyPages(house, all)
  return all.router
}

/**
 * Where an e-mail leads that says “no more”: a page with one button, because programs that look at links must not stop
 * anything; mail programs send the form themselves (RFC 8058). Its address was signed here, and names nobody.
 */
function stopPages(house: House, { get, post }: Pages) {
  get('/ngung-tin/:token', 'anyone', async call => {
    indexIn(house, call)
    call.show(StopPage({ frame: call.frame, isDone: false }))
  })

  post('/ngung-tin/:token', 'anyone', async call => {
    await stopAddresses(house.db, [indexIn(house, call)], { by: null, now: call.now })
    call.show(StopPage({ frame: call.frame, isDone: true }))
  })
}

function indexIn({ keys }: House, { params }: PageCall): Buffer {
  const index = readStopToken(keys, String(params['token']))
  if (!index) throw notFound('Không có trang này. Xin mở lại từ thư đã nhận.')
  return index
}

/** A family, an office, a village behind one address; who stuffs the box is slowed down. */
const answersAnHour = 20

/** Three questions for who has their result; and the slip whose code leads there. */
function surveyPages(house: House, { get, post }: Pages) {
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
}

const filled = ({ rating = '', ...form }: Record<string, string>) => ({
  rating,
  ...Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== '')),
})
