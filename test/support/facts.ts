import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome } from './at-krong-no.ts'
import { type Scenario, scan, sharedPast } from './scenario.ts'

/** Two dossiers there and on their way home, one delivered, a claim that contradicts and one that was taken back. */
export async function busyDay(all: Scenario): Promise<{ codes: string[] }> {
  const staff = await atKrongNo(all)
  const [first, second] = [await onItsWayHome(all, staff), await onItsWayHome(all, staff)]
  const say = async (who: keyof typeof staff, step: string, code: string, detail = {}) => {
    all.clock.move(minute)
    const one = scan(step, code, all.clock(), detail)
    await staff[who].post('/scans', { sent_at: all.clock().toISOString(), scans: [one] })
    return one.id
  }
  await say('courier', 'load', first.home)
  await say('courier', 'deliver', first.home, { capacity: 'recipient' })
  await say('clerk', 'accept', second.home)
  const loaded = await say('courier', 'load', second.home)
  const correction = { id: randomUUID(), reason: 'nhầm bưu gửi' }
  const { status } = await staff.courier.post(`/scans/${loaded}/correction`, correction)
  if (status !== 200) throw new Error('the scan was not taken back')
  return { codes: [first.parcel.code, first.home, second.parcel.code, second.home] }
}

/** A service after such a day, as a copy for each test. */
export const afterABusyDay = sharedPast(busyDay)

/** What somebody with the owner's login could do: SQL with the triggers off. */
export async function asIntruder(owner: Knex, table: string, sql: string, bindings: Record<string, unknown> = {}) {
  await owner.transaction(async trx => {
    await trx.raw('alter table ?? disable trigger user', [table])
    await trx.raw(sql, bindings as Knex.RawBinding[] & typeof bindings)
    await trx.raw('alter table ?? enable trigger user', [table])
  })
}
