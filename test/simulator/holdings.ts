import type { Holder, WorldLog } from './log.ts'

/** Who had a thing from when on, until the next. */
export type Holding = { from: number; holder: Holder }

/** By what truly happened. */
export function trueHoldings(log: WorldLog): Map<string, Holding[]> {
  const all = new Map<string, Holding[]>()
  for (const { code, at, holder } of log.of('parcel')) all.set(code, [{ from: at, holder }])
  for (const { code, at, to } of log.of('moved')) all.get(code)?.push({ from: at, holder: to })
  return all
}

/** What lasted no time is left out, and who has it once more has it still. */
export const lasting = (holdings: readonly Holding[]): Holding[] =>
  holdings
    .filter(({ from }, i) => i + 1 === holdings.length || holdings[i + 1]?.from !== from)
    .filter(({ holder }, i, some) => holder !== some[i - 1]?.holder)

/** Things of which something was forgotten, or stands on paper or in a phone still. */
export function untoldIn(log: WorldLog): Set<string> {
  const key = (one: { code: string; step: string }, at: number) => `${one.code} ${one.step} ${at}`
  const told = new Set(log.of('told').map(one => key(one, one.happened)))
  return new Set(log.of('moved').flatMap(one => (told.has(key(one, one.at)) ? [] : [one.code])))
}
