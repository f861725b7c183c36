import type { Worker } from './crew.ts'
import { minute, second } from './days.ts'
import { leadOf } from './places.ts'
import { nextHop } from './province.ts'
import { onShelf } from './shelf.ts'
import { disturb, isDue, sync, took } from './tell.ts'
import type { Run } from './timetable.ts'
import { atOffice, holding, later, type Thing, type World, withCourier } from './world.ts'

/** Where the post brings it next: the office that leads to its desk, or that of its receiver. */
export const targetOf = (world: World, { purpose, desk, office, isGoingBack }: Thing): string =>
  isGoingBack || (purpose !== 'result' && purpose !== 'refused_papers') ? leadOf(world, desk) : office

/** A van takes along what lies there for its way, now and then something else too. */
export async function vanDeparts(world: World, run: Run): Promise<void> {
  const driver = world.crew.driver(run.from, run.to)
  const things = [...holding(world, atOffice(run.from))].filter(one => goesWith(world, run, one))
  if (!things.length) return
  const takes = (run.arrives - run.departs) * minute
  if (isDue(world, 'offline')) goOffline(world, driver, takes + 40 * minute)
  await took(world, { step: 'depart', by: driver, things, to: withCourier(driver) })
  later(world, takes + world.random.below(50) * second, () => vanArrives(world, run, things))
}

function goesWith(world: World, { from, to }: Run, one: Thing): boolean {
  const target = targetOf(world, one)
  if (target === from || !one.office) return false
  if (nextHop(world.province, from, target) === to) return true
  const isWrong = from === '640000' && !one.isGoingBack && isDue(world, 'misrouted')
  if (isWrong) disturb(world, 'misrouted', one.code)
  return isWrong
}

/** No network for so long; then everything is told at once. */
export function goOffline(world: World, worker: Worker, ms: number) {
  if (worker.offlineUntil > world.now) return
  worker.offlineUntil = world.now + ms
  disturb(world, 'offline', worker.name)
  later(world, ms, () => sync(worker))
}

async function vanArrives(world: World, { to }: Run, things: readonly Thing[]): Promise<void> {
  await took(world, { step: 'arrive', by: world.crew.clerk(to), things, to: atOffice(to) })
  for (const one of things) onShelf(world, one)
}
