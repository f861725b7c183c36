import type Router from '@koa/router'
import { MyRoundPage } from '../../templates/rounds/my-round-page.tsx'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import type { FieldError } from '../kit/errors.ts'
import { idIn } from '../kit/parse.ts'
import { formOutcome } from '../people/form-outcome.ts'
import { type PageCall, pages } from '../people/pages.ts'
import { onCodes } from './on-codes.ts'
import { openRound } from './open-round.ts'
import { colleaguesRounds, currentRound } from './queries.ts'
import { readPlan } from './read-plan.ts'
import { roundOnScreen } from './round-on-screen.ts'
import { takeOverRound } from './take-over-round.ts'

/** What a courier has before him: his stops, more parcels, and whom he could relieve. */
export function myRoundPages(house: WorkingHouse): Router {
  const { router, get, post } = pages(house)
  const { db } = house

  const show = async (call: PageCall, errors: FieldError[] = []) => {
    const { frame, form, query, actor, now } = call
    const mine = await currentRound(db, actor.id)
    const [shown, colleagues] = await Promise.all([
      mine && roundOnScreen(db, mine.id, { by: actor, now }),
      colleaguesRounds(db, actor),
    ])
    const page = { frame, shown, colleagues, values: errors.length ? form : {}, errors, done: query['done'] }
    call.show(MyRoundPage(page), errors.length ? 422 : 200)
  }

  get('/staff/round', 'carry round', call => show(call))

  const sent = (path: string, done: string, work: (call: PageCall) => Promise<unknown>) =>
    post(path, 'carry round', async call => {
      const outcome = await formOutcome(() => work(call))
      if ('errors' in outcome) return show(call, outcome.errors.map(onCodes))
      call.goTo(`/staff/round?done=${done}`)
    })

  sent('/staff/round', 'planned', ({ form, actor, now }) =>
    openRound(db, { courier: actor.id, parcels: readPlan(form) }, { by: actor, now }),
  )

  sent('/staff/rounds/:id/take-over', 'taken', call => takeOverRound(db, idIn(call.params), doingOf(house, call)))
  return router
}
