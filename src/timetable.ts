import type { Knex } from 'knex'
import { appendRecent } from './evidence/append-log.ts'
import type { LogHouse } from './evidence/checkpoint.ts'
import { issueCheckpoint } from './evidence/issue-checkpoint.ts'
import { drawSheets } from './handovers/print-handover.ts'
import { forgetOldSessions } from './people/session.ts'
import { forgetOldAnswers } from './platform/idempotent.ts'
import { raiseAlerts } from './promises/raise-alerts.ts'
import { watch } from './promises/watch.ts'

export type Job = { name: string; cron: string; run: (db: Knex, now: Date, house: LogHouse) => Promise<unknown> }

/** Every recurring job as data: cron only wakes it, `run-once` decides which process does it. Local time of Viet Nam. */
export const timetable: readonly Job[] = [
  { name: 'raise-alerts', cron: '* * * * *', run: raiseAlerts },
  { name: 'watch', cron: '*/5 * * * *', run: watch },
  { name: 'append-log', cron: '* * * * *', run: appendRecent },
  { name: 'issue-checkpoint', cron: '2 * * * *', run: issueCheckpoint },
  { name: 'draw-sheets', cron: '* * * * *', run: drawSheets },
  { name: 'forget-old-answers', cron: '17 3 * * *', run: forgetOldAnswers },
  { name: 'forget-old-sessions', cron: '27 3 * * *', run: forgetOldSessions },
]
