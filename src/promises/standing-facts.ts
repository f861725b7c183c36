import type { Knex } from 'knex'
import type { Change } from '../custody/consequence.ts'
import type { Fact } from '../custody/fact.ts'
import { fold } from '../custody/fold.ts'
import { factsOf } from '../custody/history.ts'
import type { Step } from '../custody/steps.ts'
import { groupBy } from '../kit/group-by.ts'

/** A fact that stands, as far as a clock asks for it. */
export type StandingFact = {
  id: string
  parcel_id: string
  step: Step
  unit_id: string | null
  person_id: string
  at: Date
  detail: Fact['detail']
}

/**
 * The facts with these steps that stand, in order, by parcel. What was recorded before is read only where a change is neither
 * the whole history nor its beginning.
 */
export async function standingFacts(
  db: Knex,
  changes: readonly Change[],
  steps: readonly Step[],
): Promise<Map<string, StandingFact[]>> {
  const earlier = changes.filter(({ isWhole, before }) => !isWhole && before.last !== null)
  const stored = earlier.length ? await storedFacts(db, earlier, steps) : new Map<string, Stored[]>()
  const tied = earlier.filter(({ parcel }) => stored.get(parcel.id)?.some(isTied))
  const folded = tied.length ? await foldedFacts(db, tied, steps) : new Map<string, StandingFact[]>()
  const factsFor = (change: Change) =>
    folded.get(change.parcel.id) ?? stored.get(change.parcel.id) ?? factsIn(change, steps)
  return new Map(changes.map(change => [change.parcel.id, factsFor(change)]))
}

type Stored = StandingFact & { occurred_at: Date }

/** Said of one moment: which comes first only the fold knows. */
const isTied = (fact: Stored, i: number, facts: readonly Stored[]) => {
  const before = facts[i - 1]
  return Number(before?.at) === Number(fact.at) && Number(before?.occurred_at) === Number(fact.occurred_at)
}

async function foldedFacts(db: Knex, changes: readonly Change[], steps: readonly Step[]) {
  const facts = await factsOf(
    db,
    changes.map(({ parcel }) => parcel.id),
  )
  return new Map(
    changes.map(change => {
      const folded = fold(change.parcel, facts.get(change.parcel.id) ?? [])
      const stands = folded.facts.filter(({ id }) => folded.standings.get(id)?.standing === 'applied')
      return [change.parcel.id, factsIn({ ...change, stands }, steps)] as const
    }),
  )
}

const factsIn = ({ parcel, stands }: Change, steps: readonly Step[]): StandingFact[] =>
  stands
    .filter((fact): fact is Fact & { step: Step } => (steps as readonly string[]).includes(fact.step))
    .map(({ id, step, unit, person, effective_at, detail }) => ({
      id,
      parcel_id: parcel.id,
      step,
      unit_id: unit,
      person_id: person,
      at: effective_at,
      detail,
    }))

async function storedFacts(db: Knex, changes: readonly Change[], steps: readonly Step[]) {
  const rows: Stored[] = await db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where({ standing: 'applied' })
    .whereIn(
      'custody_events.parcel_id',
      changes.map(({ parcel }) => parcel.id),
    )
    .whereIn('step', steps)
    .orderBy(['effective_at', 'occurred_at', 'seq'])
    .select(
      'custody_events.id',
      'custody_events.parcel_id',
      'step',
      'unit_id',
      'person_id',
      'effective_at as at',
      'occurred_at',
      'detail',
    )
  return groupBy(rows, ({ parcel_id }) => parcel_id)
}
