import { schedule } from 'node-cron'
import { minute } from './kit/time.ts'
import type { House } from './platform/house.ts'
import { runOnce } from './platform/run-once.ts'
import { type Job, timetable } from './timetable.ts'

export type Timekeeper = { stop(): Promise<void>; isAlive(): boolean }

/** Starts the cron that wakes the jobs, each minute slot done by one process. Stopping waits for the jobs that run. */
export function runTimetable(house: House): Timekeeper {
  const { clock } = house
  const running = new Set<Promise<void>>()
  let tick = clock()
  const wake = (job: Job) => {
    tick = clock()
    const work = runJob(house, job, tick).finally(() => running.delete(work))
    running.add(work)
  }
  const tasks = timetable.map(job => schedule(job.cron, () => wake(job), { timezone: 'Asia/Ho_Chi_Minh' }))
  return {
    isAlive: () => clock().getTime() - tick.getTime() < 3 * minute,
    async stop() {
      await Promise.all(tasks.map(task => task.destroy()))
      await Promise.all(running)
    },
  }
}

/** A job that fails is kept in its row and logged; the next slot tries again. */
async function runJob(house: House, job: Job, now: Date) {
  const { db, log } = house
  const slot = new Date(Math.floor(now.getTime() / minute) * minute)
  await runOnce(db, { job: job.name, slot, now }, () => job.run(db, now, house)).catch(error =>
    log.error({ err: error, job: job.name }, 'job failed'),
  )
}
