import type Router from '@koa/router'
import { DossierPage } from '../../templates/tracking/dossier.tsx'
import { HomePage } from '../../templates/tracking/home.tsx'
import { NotFoundPage } from '../../templates/tracking/not-found.tsx'
import { NotTypedInPage } from '../../templates/tracking/not-typed-in.tsx'
import { StagePage } from '../../templates/tracking/stage.tsx'
import { paths } from '../../templates/words/paths.ts'
import { searchWords } from '../../templates/words/search.ts'
import { DomainError } from '../kit/errors.ts'
import type { Language } from '../kit/language.ts'
import { type PageCall, pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { type Claimed, claimByCode } from './claim-by-code.ts'
import { english } from './english.ts'
import { publicView } from './public-view.ts'
import { vietnamese } from './timeline.ts'
import { track } from './track.ts'
import type { TrackLimits } from './track-limits.ts'

const words = { vi: vietnamese, en: english }

type Asked = { code: string; phone_tail?: string | undefined; claimed?: Claimed }

/** Where is my dossier? In Vietnamese and in English, by the field on the page or by the QR code on the slip. */
export function trackingPages(house: House & { trackLimits: TrackLimits }): Router {
  const { router, get, post } = pages(house)
  for (const language of ['vi', 'en'] as const) {
    const { home, track: byCode, atHome } = paths[language]
    get(home, 'anyone', async ({ frame, show }) => show(HomePage({ frame, language })))
    post(home, 'anyone', async call => {
      const [code = '', phone_tail] = [call.form['code']?.trim().slice(0, 60), call.form['phone_tail']?.trim()]
      if (code) return answer(house, call, language, { code, phone_tail })
      const errors = [{ pointer: '/code', detail: searchWords[language].empty }]
      call.show(HomePage({ frame: call.frame, language, sent: { errors } }), 422)
    })
    get(`${byCode}/:code`, 'anyone', call =>
      answer(house, call, language, { code: String(call.params['code']).slice(0, 60) }),
    )
    post(atHome, 'anyone', async call => {
      const code = (call.form['code'] ?? '').trim().slice(0, 60)
      const claimed = await claimByCode(house, { code, address: call.ctx.ip }, call.now)
      return claimed === 'unknown_code'
        ? notFoundPage(call, language)
        : answer(house, call, language, { code, claimed })
    })
  }
  return router
}

/** As much as the code opens. What it does not open answers in one way, whatever the cause. */
async function answer(house: House & { trackLimits: TrackLimits }, call: PageCall, language: Language, asked: Asked) {
  const { db, keys, trackLimits: limits } = house
  const { frame, now, show } = call
  const { code, phone_tail, claimed } = asked
  const tail = phone_tail?.match(/^\d{4}$/)?.[0]
  const found = await track(db, { code, phone_tail: tail, address: call.ctx.ip }, { keys, limits }).catch(nothingFound)
  if (!found) return notFoundPage(call, language)
  if (found.opens === 'nothing_yet') return show(NotTypedInPage({ frame, language }))
  const view = publicView(found.tracked, now, words[language])
  if (found.opens === 'timeline') return show(DossierPage({ frame, language, code, view, claimed }))
  if (phone_tail === undefined) return show(StagePage({ frame, language, code, stage: view.stage }))
  const errors = [{ pointer: '/phone_tail', detail: searchWords[language].stage.tailError }]
  show(StagePage({ frame, language, code, stage: view.stage, sent: { values: { phone_tail }, errors } }), 422)
}

const notFoundPage = ({ frame, show }: PageCall, language: Language) => show(NotFoundPage({ frame, language }), 404)

function nothingFound(error: unknown): null {
  if (error instanceof DomainError && error.kind === 'notFound') return null
  throw error
}
