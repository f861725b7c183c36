import { minute, shown } from './days.ts'
import { expectedAlerts } from './expected-alerts.ts'
import { expectedClocks } from './expected-clocks.ts'
import { expectedFigures } from './expected-figures.ts'
import { heldFor, reportedHoldings, trueHoldings } from './holdings.ts'
import type { WorldLog } from './log.ts'
import { reportedAlerts, reportedFigures } from './reported.ts'
import type { World } from './world.ts'

/** Alerts that should be there and are not, that should not be and are, or are there twice; in words, sorted. */
export async function differentAlerts({ all, log, province, now, settings }: World): Promise<string[]> {
  const [began] = log.of('began')
  const ticks = { each: settings.tick * minute, from: began?.at ?? now, until: now }
  const expected = expectedAlerts(expectedClocks(log, province), ticks)
  const said = (alert: (typeof expected)[number] | Awaited<ReturnType<typeof reportedAlerts>>[number]) =>
    `${alert.clock} of ${alert.subject}: ${alert.level}, due ${shown(alert.due)}, raised ${shown(alert.raised)}`
  return differences(expected.map(said), (await reportedAlerts(all.db)).map(said))
}

/** Figures by clock, reading and office that differ between the log and the system. */
export async function differentFigures({ all, log, province, now }: World): Promise<string[]> {
  const expected = expectedFigures(expectedClocks(log, province), now)
  const said = ({ clock, reading, unit, on_time, late, running }: (typeof expected)[number]) =>
    `${clock} (${reading}) of ${unit}: ${on_time} in time, ${late} late, ${running} running`
  return differences(expected.map(said), (await reportedFigures(all.db, new Date(now))).map(said))
}

/**
 * Holding times: for each parcel those of its holders add up to its life, by the facts; and they are the true ones where
 * all of it was told by now. Answers what is not so, and how many were compared with the truth.
 */
export async function differentHoldings({ all, log, now, crew }: World) {
  const names = new Map(crew.all.map(({ name, signedIn }) => [signedIn.id, name]))
  const [truth, reported] = [trueHoldings(log), await reportedHoldings(all.db, names)]
  const untold = untoldIn(log)
  const said = (holdings: readonly { from: number; holder: string }[] = []) =>
    holdings.map(({ from, holder }) => `${new Date(from).toISOString()} ${holder}`).join('; ')
  const found: string[] = []
  for (const code of new Set([...truth.keys(), ...reported.keys()])) {
    const { times, life } = heldFor(reported.get(code) ?? [], now)
    const sum = [...times.values()].reduce((all, time) => all + time, 0)
    if (sum !== life || [...times.values()].some(time => time < 0))
      found.push(`${code} was held for ${sum} of ${life} ms`)
    if (untold.has(code)) continue
    const [true_, told] = [said(truth.get(code)), said(reported.get(code))]
    if (true_ !== told) found.push(`${code}: ${true_} — but told: ${told}`)
  }
  return { found, compared: truth.size - untold.size }
}

/** Things of which something was forgotten, or stands on paper or in a phone still. */
function untoldIn(log: WorldLog): Set<string> {
  const key = (one: { code: string; step: string }, at: number) => `${one.code} ${one.step} ${at}`
  const told = new Set(log.of('told').map(one => key(one, one.happened)))
  return new Set(log.of('moved').flatMap(one => (told.has(key(one, one.at)) ? [] : [one.code])))
}

function differences(expected: readonly string[], there: readonly string[]): string[] {
  const count = (some: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const one of some) counts.set(one, (counts.get(one) ?? 0) + 1)
    return counts
  }
  const [wanted, found] = [count(expected), count(there)]
  const names = [...new Set([...wanted.keys(), ...found.keys()])].sort()
  return names.flatMap(name => {
    const [many = 0, are = 0] = [wanted.get(name), found.get(name)]
    return many === are ? [] : [`${name}: should be there ${many} times, is ${are} times`]
  })
}
