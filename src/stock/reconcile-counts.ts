import type { Consequence } from '../custody/consequence.ts'
import { settleQuestions } from './settle-questions.ts'

/** A scan may say where a parcel is that a count missed or met in the wrong cupboard; also one that changes nothing else. */
export const reconcileCounts: Consequence = (db, changes, { now }) =>
  settleQuestions(
    db,
    changes.map(({ parcel }) => parcel.id),
    now,
  )
