import type { ExecutionContext } from 'ava'
import { v7 as uuidv7 } from 'uuid'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo } from './at-krong-no.ts'
import { bhim, handed, report, resultsFor } from './on-a-round.ts'
import { krongNo, type Person, type Scenario, sharedPast } from './scenario.ts'

const payOnDelivery = { payment: { payer: 'recipient', when: 'delivery', method: 'cash' } }
const morning = sharedPast(async all => ({
  codes: (await resultsFor(all, await atKrongNo(all), [{}, {}, bhim, bhim], payOnDelivery)).map(({ code }) => code),
}))
export async function start(t: ExecutionContext) {
  const all = await morning(t)
  const [p = '', q = '', x = '', y = ''] = all.codes
  return { ...all, ...(await atKrongNo(all)), p, q, x, y }
}
export type All = Awaited<ReturnType<typeof start>>
export const closeIt = async (who: Person, round: { id: string }, handed_in = 0) => {
  const { body } = await who.post(`/rounds/${round.id}/closing`, { handed_in })
  if (!body.record) throw new Error(JSON.stringify(body))
  return body.record
}
export const open = async (all: All, courier: Person, codes: unknown[], by = all.clerk) => {
  all.clock.move(minute)
  const { status, body } = await by.post('/rounds', { courier: courier.id, codes })
  if (status !== 201) throw new Error(JSON.stringify(body))
  all.clock.move(minute)
  return body
}
export const next = async (all: All, courier: Person, code: string) => {
  const record = await closeIt(all.clerk, await open(all, courier, [code]))
  all.clock.move(minute)
  return record
}
export const tell = async (all: Scenario, who: Person, round: { id: string }, stop: number, said: object) => {
  all.clock.move(minute)
  const told = await report(who, round, stop, said)
  if (told.status !== 200) throw new Error(JSON.stringify(told.body))
  all.clock.move(minute)
  return told.body
}
export const undo = async (who: Person, event: string) => {
  const { status, body } = await who.post(`/scans/${event}/correction`, { id: crypto.randomUUID(), reason: 'sai' })
  if (status !== 200) throw new Error(JSON.stringify(body))
}
export const last = async (all: Scenario, person: string, step = 'deliver') =>
  (await all.db('custody_events').where({ step, person_id: person }).orderBy('seq', 'desc').first('id'))?.id as string
export const also = (all: Scenario, who: Person, role: string, at = new Date('2020-01-01')) =>
  all.db('assignments').insert({ id: uuidv7(), person_id: who.id, role, unit_id: krongNo, since: at } as never)
export const counter = (codes: string[], change: object = {}) => {
  const { outcome: _, ...taking } = handed(change)
  return { ...taking, codes }
}
