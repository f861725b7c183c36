// The order in which facts are taken, by other code than custody's own.
import type { StoredFact } from './read-facts.ts'

/** Effective time, the time that was said, device, counter, id. */
export const byTime = (a: StoredFact, b: StoredFact): number =>
  byMoment(a, b) || order(a.device ?? '', b.device ?? '') || (a.counter ?? 0) - (b.counter ?? 0) || order(a.id, b.id)

const byMoment = (a: StoredFact, b: StoredFact) =>
  order(a.effective_at, b.effective_at) || order(a.occurred_at, b.occurred_at)

const order = (a: string, b: string) => Number(a > b) - Number(a < b)

/** What would become of a fact after this state, and the state after it. */
type Try<State> = (before: State, fact: StoredFact) => { fate: string; state: State }

const most = 6

/** Puts at `from` that one of the next facts of its moment, six at most, after which least is missing or contradicts. */
export function bringForward<State>(rest: StoredFact[], from: number, state: State, tried: Try<State>): void {
  const few = sameMoment(rest, from)
  if (few.length < 2) return
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (const [i, fact] of few.entries()) {
    if (few.some(other => isOfOnePhone(other, fact) && isLess(other.counter, fact.counter))) continue
    const amiss = lackAfter(few, fact, state, tried)
    if (amiss < least) [best, least] = [i, amiss]
  }
  rest.splice(from, 0, ...rest.splice(from + best, 1))
}

function sameMoment(rest: readonly StoredFact[], from: number): StoredFact[] {
  const head = rest[from] as StoredFact
  let end = from + 1
  while (end < Math.min(rest.length, from + most) && byMoment(rest[end] as StoredFact, head) === 0) end++
  return rest.slice(from, end)
}

/** Phones without a name are told apart by who holds them. */
const isOfOnePhone = (a: StoredFact, b: StoredFact) =>
  a.device === b.device && (a.device !== null || a.person_id === b.person_id)

const isLess = (a: number | null, b: number | null) => a !== null && b !== null && a < b

function lackAfter<State>(few: readonly StoredFact[], fact: StoredFact, before: State, tried: Try<State>): number {
  const { fate, state } = tried(before, fact)
  if (fate === 'contradicting') return Number.POSITIVE_INFINITY
  const others = few.filter(other => other !== fact)
  return others.reduce((sum, other) => sum + lack(tried(state, other).fate), lack(fate))
}

/** One for a scan that is missing, two for a fact that cannot be. */
const lack = (fate: string) => (fate === 'contradicting' ? 2 : Number(fate.split(' ').includes('jump')))
