import { arrivals } from './counter.ts'
import { day, dayOf, hour, momentOf, second } from './days.ts'
import { fillDrawer } from './drawers.ts'
import { isWorked } from './office-hours.ts'
import { plan } from './rounds.ts'
import { attend } from './supervisors.ts'
import { disturb, isDue } from './tell.ts'
import { goesOn, type Run, receivers } from './timetable.ts'
import { vanDeparts } from './vans.ts'
import { fetchResults, release, visit } from './visits.ts'
import type { World } from './world.ts'

/** What a day brings: who is absent, where the power goes, who comes, what goes by the timetable. */
export function dawn(world: World): void {
  const date = dayOf(world.now)
  if (world.now + day <= world.ends) world.agenda.put(world.now + day, () => dawn(world))
  const { counter, timetable } = world.province
  if (isWorked(counter, date)) {
    for (const worker of world.crew.all)
      if (worker.role === 'courier' && isDue(world, 'absent')) {
        worker.awayUntil = world.now + day - hour
        disturb(world, 'absent', worker.name)
      }
    for (const { id } of world.province.offices) if (isDue(world, 'dark')) goDark(world, id, date)
    world.agenda.put(momentOf(date, 1000) + 3 * second, () => attend(world))
  }
  arrivals(world)
  for (const run of timetable) if (goesOn(run, date, counter)) put(world, run, date)
}

/** Nobody is exact to the second, and nothing happens at a full minute but the jobs. */
function put(world: World, run: Run, date: number) {
  const at = (minutes: number, act: () => Promise<void>) =>
    world.agenda.put(momentOf(date, minutes) + (3 + world.random.below(50)) * second, act)
  const isFromDesk = run.from.startsWith('police')
  if (run.to === receivers) return at(run.departs - 20, () => plan(world, run))
  if (isFromDesk) {
    at(run.departs - 40, () => release(world, run))
    return at(run.departs, () => fetchResults(world, run))
  }
  at(run.departs, () => (run.to.startsWith('police') ? visit(world, run) : vanDeparts(world, run)))
}

/** From eight until half past twelve; there are blank sets in the drawer. */
function goDark(world: World, office: string, date: number) {
  const { dossiersPerDay } = world.settings
  const many = Math.min(50, 5 + Math.ceil(dossiersPerDay / 10))
  world.agenda.put(momentOf(date, 455) + 1 * second, () => fillDrawer(world, office, many))
  world.agenda.put(momentOf(date, 480) + 1 * second, () => {
    world.dark.set(office, momentOf(date, 750) + 2 * second)
    disturb(world, 'dark', office)
  })
}
