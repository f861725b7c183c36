import type { Change } from './consequence.ts'
import type { Present } from './fact.ts'
import type { History } from './history.ts'

/** What consequences are told of a parcel whose facts or way have changed. */
export const changeOf = (history: History, before: Present): Change => ({
  parcel: { id: history.parcel_id, code: history.code, ...history.thing },
  before,
  after: history.present,
  stands: history.facts.filter(
    ({ id, step }) => step !== 'correct' && history.standings.get(id)?.standing === 'applied',
  ),
  isWhole: history.isWhole,
})
