import type { Fact, Standing } from './fact.ts'
import { applied, fold, inOrder, type Place } from './fold.ts'
import type { History } from './history.ts'

/**
 * Takes a fact into a history: onto the present where it is the newest of all that is known, else by folding everything
 * anew. Answers whether it came late: something that stands, or stood until now, happened after it.
 */
export function addFact(history: History, fact: Fact): boolean {
  const isNewest = fact.corrects === null && (!history.newest || inOrder(history.newest, fact) < 0)
  history.facts.push(fact)
  if (!history.newest || inOrder(history.newest, fact) < 0) history.newest = placeOf(fact)
  if (!isNewest) return foldAnew(history, fact)
  history.present = applied(history.thing, history.present, fact, history.standings)
  return false
}

function foldAnew(history: History, fact: Fact): boolean {
  const before = history.standings
  Object.assign(history, fold(history.thing, history.facts))
  return (
    fact.step !== 'correct' && history.facts.some(other => inOrder(other, fact) > 0 && stands(other, before, history))
  )
}

const stands = ({ id }: Fact, before: ReadonlyMap<string, Standing>, { standings }: History) =>
  [before, standings].some(at => at.get(id)?.standing === 'applied')

const placeOf = ({ effective_at, device, counter, id }: Fact): Place => ({ effective_at, device, counter, id })
