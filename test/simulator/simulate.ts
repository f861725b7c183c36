import type { Service } from '../support/scenario.ts'
import { dawn } from './day.ts'
import { second } from './days.ts'
import { wakeJobs } from './jobs.ts'
import type { Settings } from './settings.ts'
import { makeWorld, run, type World } from './world.ts'

/** The province at work for some days, with the whole service beside it. */
export async function simulate(all: Service, settings: Settings): Promise<World> {
  const world = await makeWorld(all, settings)
  const { seed, from, days, dossiersPerDay: dossiers_per_day, tick } = settings
  world.log.write(world.now, { what: 'began', seed, from, days, dossiers_per_day, tick })
  wakeJobs(world)
  world.agenda.put(world.now + second, () => dawn(world))
  await run(world)
  return world
}
