import Router from '@koa/router'
import type { House } from './house.ts'

/** Is the process up, and can it do its work: for the load balancer and the operator. Says nothing about anybody. */
export function healthRoutes({ db, clock }: House, isTimetableAlive: () => boolean): Router {
  const router = new Router()
  router.get('/healthz', ctx => {
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async ctx => {
    const { rows } = await db.raw(
      'select clock_timestamp() as now, (select count(*) from migration_files) as migrations',
    )
    const skew_ms = Math.abs(clock().getTime() - rows[0].now.getTime())
    const timetable = isTimetableAlive()
    ctx.status = timetable && skew_ms < 60_000 ? 200 : 503
    ctx.body = {
      status: ctx.status === 200 ? 'ready' : 'not ready',
      database: true,
      migrations: rows[0].migrations,
      skew_ms,
      timetable,
    }
  })
  return router
}
