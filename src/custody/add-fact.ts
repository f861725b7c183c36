import type { Fact, Standing } from './fact.ts'
import { applied } from './fold.ts'
import { foldHistory, type History } from './history.ts'

/**
 * Takes a fact into a history: onto the present where all that is known is older, else, or where all facts are at hand, by
 * folding everything anew. Answers whether it came late: something that stands, or stood until now, comes after it.
 */
export function addFact(history: History, fact: Fact): boolean {
  const isNewer = !history.newest || history.newest.effective_at < fact.effective_at
  history.facts.push(fact)
  if (isNewer) history.newest = { effective_at: fact.effective_at }
  if (!isNewer || history.isWhole) return foldAnew(history, fact)
  history.present = applied(history.thing, history.present, fact, history.standings)
  return false
}

function foldAnew(history: History, fact: Fact): boolean {
  const before = history.standings
  foldHistory(history)
  const later = history.facts.slice(history.facts.indexOf(fact) + 1)
  return fact.step !== 'correct' && later.some(other => stands(other, before, history))
}

const stands = ({ id }: Fact, before: ReadonlyMap<string, Standing>, { standings }: History) =>
  [before, standings].some(at => at.get(id)?.standing === 'applied')
