import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Doing } from '../custody/doing.ts'
import type { Action } from '../people/may.ts'
import { acceptDossier } from './accept-dossier.ts'
import type { decisionBodies } from './schemas.ts'
import { announceResult, extendDossier, refuseDossier, stopDossier, withdrawDossier } from './settle.ts'
import type { Decision } from './status.ts'
import { receiveSupplement, requestSupplement } from './supplement.ts'

type Body<D extends Decision> = z.output<(typeof decisionBodies)[D]>
export type Verb = {
  decision: Decision
  path: string
  who: Action
  run: (db: Knex, reference: string, body: unknown, doing: Doing) => Promise<void>
}

const verb = <D extends Decision>(
  decision: D,
  path: string,
  who: Action,
  run: (db: Knex, reference: string, body: Body<D>, doing: Doing) => Promise<void>,
): Verb => ({
  decision,
  path,
  who,
  run: (db, reference, body, doing) => run(db, reference, body as Body<D>, doing),
})

/** The decisions about a dossier, their resource in the API, who may take them and the verb: pages and API read this one table. */
export const verbs: readonly Verb[] = [
  verb('acceptance', 'acceptance', 'decide', acceptDossier),
  verb('supplement_request', 'supplement-request', 'decide', requestSupplement),
  verb('supplement', 'supplement', 'receive supplement', (db, reference, _body, doing) =>
    receiveSupplement(db, reference, doing),
  ),
  verb('refusal', 'refusal', 'decide', (db, reference, { reason }, doing) =>
    refuseDossier(db, reference, reason, doing),
  ),
  verb('extension', 'extension', 'decide', extendDossier),
  verb('stop', 'stop', 'decide', (db, reference, { reason }, doing) => stopDossier(db, reference, reason, doing)),
  verb('withdrawal', 'withdrawal', 'withdraw', (db, reference, { reason }, doing) =>
    withdrawDossier(db, reference, reason, doing),
  ),
  verb('result', 'result', 'decide', announceResult),
]
