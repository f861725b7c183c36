import { fold } from './fold.ts'
import type { History } from './history.ts'

/** Folds all facts of a history whose facts are all at hand. */
export function foldHistory(history: History): void {
  const { present, standings, facts } = fold(history.thing, history.facts)
  history.present = present
  history.standings = standings
  history.facts = facts
}
