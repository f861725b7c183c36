import { attemptMeasures, attemptReasons } from '../custody/reasons.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import type { MessageRow } from './message-row.ts'
import type { MessageWords, Why } from './words.ts'

/** What may be said of a message's cause. Pure. */
export function wordsOf(row: MessageRow, hotline: string, now: Date): MessageWords {
  const { detail } = row
  return {
    code: row.reference,
    others: row.others,
    at: row.caused_at,
    office: row.office,
    isCollected: row.is_collected,
    thing: row.purpose === 'refused_papers' ? 'papers' : 'result',
    dueOn: row.due_on,
    promisedBy: row.promised_by && row.promised_by > now ? row.promised_by : null,
    until: row.kind === 'supplement' ? row.supplement_until : dayIn(detail['until']),
    items: row.items ?? [],
    pay: row.amount_to_collect,
    bring: row.hands,
    attempt: attemptOf(detail),
    why: whyOf(row),
    newDay: dayIn(detail['due']) ?? dayOf(row.next_round(now)),
    hotline,
  }
}

const dayOf = (at: Date | null): IsoDate | null => at && localDate(at)
const dayIn = (said: unknown): IsoDate | null => (typeof said === 'string' ? said : null)

function attemptOf({ reason, measure, again_on }: Record<string, unknown>): MessageWords['attempt'] {
  if (!isOf(attemptReasons, reason) || !isOf(attemptMeasures, measure)) return null
  return { reason, measure, againOn: dayIn(again_on) }
}

const isOf = <T extends object>(words: T, said: unknown): said is keyof T & string =>
  typeof said === 'string' && Object.hasOwn(words, said)

/** The plainest cause we know of. */
function whyOf({ decision_id, is_lost, is_astray, was_tried }: MessageRow): Why {
  if (decision_id) return 'police'
  if (is_lost) return 'lost'
  if (is_astray) return 'astray'
  return was_tried ? 'not_delivered' : 'slow'
}
