import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Doing } from '../custody/doing.ts'
import type { Action } from '../people/may.ts'
import { acceptDossier } from './accept-dossier.ts'
import type { decisionBodies } from './schemas.ts'
import { announceResult, extendDossier, refuseDossier, stopDossier } from './settle.ts'
import { type Decision, decisions } from './status.ts'
import { receiveSupplement, requestSupplement } from './supplement.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

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
  run: (db: Knex, reference: string, body: Body<D>, doing: Doing) => Promise<void>,
): Verb => ({
  decision,
  path,
  who: decisions[decision].who,
  run: (db, reference, body, doing) => run(db, reference, body as Body<D>, doing),
})

/** The decisions about a dossier, their resource in the API, who may take them and the verb: pages and API read this one table. */
export const verbs: readonly Verb[] = [
  verb('acceptance', 'acceptance', acceptDossier),
  verb('supplement_request', 'supplement-request', requestSupplement),
  verb('supplement', 'supplement', (db, reference, _body, doing) => receiveSupplement(db, reference, doing)),
  verb('refusal', 'refusal', (db, reference, { reason }, doing) => refuseDossier(db, reference, reason, doing)),
  verb('extension', 'extension', extendDossier),
  verb('stop', 'stop', (db, reference, { reason }, doing) => stopDossier(db, reference, reason, doing)),
  verb('withdrawal', 'withdrawal', (db, reference, { reason }, doing) => withdrawDossier(db, reference, reason, doing)),
  verb('result', 'result', announceResult),
]
