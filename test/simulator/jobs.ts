import { timetable } from '../../src/timetable.ts'
import { hour, minute } from './days.ts'
import type { World } from './world.ts'

/** Jobs that the product wakes each minute, or each five, are woken as often as the settings say; the log needs no more than an hour. */
const everyTick = ['raise-alerts', 'watch']
const everyHour = ['append-log', 'issue-checkpoint']
const everyDay = ['forget-old-answers', 'forget-old-sessions']

/** The product's own recurring jobs, by the moving clock. */
export function wakeJobs(world: World): void {
  repeat(world, everyTick, world.settings.tick * minute)
  repeat(world, everyHour, hour)
  repeat(world, everyDay, 24 * hour)
}

function repeat(world: World, names: readonly string[], each: number) {
  const jobs = timetable.filter(({ name }) => names.includes(name))
  const { db, house, clock } = world.all
  const wake = async (at: number) => {
    for (const { run } of jobs) await run(db, clock(), house)
    if (at + each <= world.ends) world.agenda.put(at + each, () => wake(at + each))
  }
  world.agenda.put(world.now + each, () => wake(world.now))
}
