import { exact, minute } from './days.ts'
import { expectedAlerts, type Ticks } from './expected-alerts.ts'
import { expectedClocks } from './expected-clocks.ts'
import { expectedFigures } from './expected-figures.ts'
import { expectedPauses, expectedTimes, groupings, heldOf } from './expected-times.ts'
import { expectedWatches } from './expected-watches.ts'
import { type Holding, lasting, trueHoldings, untoldIn } from './holdings.ts'
import { coursesOf } from './known.ts'
import {
  type Kept,
  type Paused,
  reportedAlerts,
  reportedFigures,
  reportedHoldings,
  reportedPauses,
  reportedTimes,
  reportedWatches,
  type Spent,
} from './reported.ts'
import type { World } from './world.ts'

function ticksOf({ log, now, settings }: World): Ticks {
  const [began] = log.of('began')
  return { each: settings.tick * minute, from: began?.at ?? now, until: now }
}

const span = ({ raised, closed }: { raised: number; closed: number | null }) =>
  `raised ${exact(raised)}, ${closed === null ? 'open' : `closed ${exact(closed)}`}`

/** Alerts that should be there and are not, that should not be and are, or are there twice; in words, sorted. */
export async function differentAlerts(world: World): Promise<string[]> {
  const expected = expectedAlerts(expectedClocks(world.log, world.province), ticksOf(world))
  const said = (alert: Awaited<ReturnType<typeof reportedAlerts>>[number]) =>
    `${alert.clock} of ${alert.subject}: ${alert.level}, due ${exact(alert.due)}, ${span(alert)}`
  return differences(expected.map(said), (await reportedAlerts(world)).map(said))
}

/** The same of what is watched beside clocks. */
export async function differentWatches(world: World): Promise<string[]> {
  const expected = expectedWatches(world.log, world.province, ticksOf(world))
  const said = (alert: (typeof expected)[number]) => `${alert.watch} ${alert.subject}: ${span(alert)}`
  return differences(expected.map(said), (await reportedWatches(world)).map(said))
}

async function unitNames({ all }: World) {
  const names = new Map((await all.db('units').select('id', 'name')).map(({ id, name }) => [id, name]))
  return { unitName: (id: string) => names.get(id) ?? id }
}

/** Figures of the reports that are others in the log: promises kept, what stood still, where the time went. */
export async function differentFigures(world: World): Promise<string[]> {
  const { log, province, now, crew } = world
  const names = await unitNames(world)
  const clocks = expectedClocks(log, province)
  const courses = [...coursesOf(log).values()]
  const couriers = crew.all.filter(({ role }) => role === 'courier')
  return [
    ...differences(expectedFigures(clocks, { now, ...names }).map(kept), (await reportedFigures(world)).map(kept)),
    ...differences(
      expectedPauses({ clocks, courses, couriers, now }, names).map(paused),
      (await reportedPauses(world)).map(paused),
    ),
    ...(await differentTimes(world)),
  ]
}

async function differentTimes(world: World): Promise<string[]> {
  const held = [...coursesOf(world.log).values()].flatMap(heldOf)
  const found: string[] = []
  for (const [by, name] of Object.entries(groupings(await unitNames(world)))) {
    const said = (one: Spent) => `time by ${by}: ${spent(one)}`
    const expected = expectedTimes(held, name, world.now)
    found.push(...differences(expected.map(said), (await reportedTimes(world, by)).map(said)))
  }
  return found
}

const kept = ({ clock, reading, unit, kept_by_wall, kept, late, running }: Kept) =>
  `${clock} (${reading}) of ${unit}: ${kept_by_wall} kept by the wall, ${kept} kept, ${late} late, ${running} running`
const paused = ({ name, unit, pauses, hours, deliveries }: Paused) =>
  `${name} of ${unit}: ${pauses} pauses of ${tenths(60 * hours)} ms, ${deliveries} deliveries`
/** Times are whole milliseconds, and between two of them tenths: so they are compared, and no rounding comes between. */
const spent = ({ name, parcels, hours, median_minutes, slow_minutes }: Spent) =>
  `${name}: ${parcels} parcels, ${[60 * hours, median_minutes, slow_minutes].map(tenths).join(', ')} ms in all, median, slow`
const tenths = (minutes: number) => (Math.round(minutes * minute * 10) / 10).toFixed(1)

/**
 * Holding times: for each parcel those of its holders add up to its life, by what was told; and they are the true ones where
 * all of it was told by now. Answers what is not so, and how many were compared with the truth.
 */
export async function differentHoldings(world: World) {
  const [truth, reported] = [trueHoldings(world.log), await reportedHoldings(world)]
  const untold = untoldIn(world.log)
  const said = (holdings: readonly Holding[] = []) =>
    lasting(holdings)
      .map(({ from, holder }) => `${new Date(from).toISOString()} ${holder}`)
      .join('; ')
  const found: string[] = []
  for (const [code, course] of coursesOf(world.log)) {
    const { holdings = [], minutes = 0 } = reported.get(code) ?? {}
    const held = heldOf(course)
    const life = ((held.at(-1)?.until ?? world.now) - (held[0]?.since ?? world.now)) / minute
    if (Math.abs(minutes - life) > 0.0001) found.push(`${code} was held for ${minutes} of ${life} minutes`)
    const true_ = said(untold.has(code) ? held.map(({ since, holder }) => ({ from: since, holder })) : truth.get(code))
    if (true_ !== said(holdings)) found.push(`${code}: ${true_} — but told: ${said(holdings)}`)
  }
  return { found, compared: truth.size - untold.size, parcels: reported.size }
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
