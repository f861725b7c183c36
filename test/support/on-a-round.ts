import { randomUUID } from 'node:crypto'
import { type AtKrongNo, onItsWayHome, scanned } from './at-krong-no.ts'
import { hoa } from './papers.ts'
import type { Person, Scenario } from './scenario.ts'

type Applicant = { name?: string; id_number?: string; phone?: string; address?: { line: string; unit_code: string } }

/** Another person of Krông Nô than Nguyễn Thị Hoa. */
export const bhim: Applicant = {
  name: 'Y Bhĭm',
  id_number: '067085000777',
  phone: '0987654321',
  address: { line: "Buôn N'Đơng", unit_code: '24688' },
}

/** Results that lie at Krông Nô, one for each of these people. Answers their envelopes and lookup codes. */
export async function resultsFor(all: Scenario, staff: AtKrongNo, people: Applicant[], change = {}) {
  const made = []
  for (const person of people)
    made.push(await onItsWayHome(all, staff, { applicant: { ...hoa, ...person }, ...change }))
  return made.map(({ home, lookup_code, reference }) => ({ code: home, lookup_code, reference }))
}

/** Opens the courier's round with these, and loads them. Answers the round. */
export async function onRound(all: Scenario, { clerk, courier }: AtKrongNo, codes: readonly unknown[]) {
  const { status, body } = await clerk.post('/rounds', { courier: courier.id, codes })
  if (status !== 201) throw new Error(JSON.stringify(body))
  for (const one of codes)
    await scanned(all, courier, 'load', typeof one === 'string' ? one : (one as { code: string }).code)
  return body
}

/** What a courier says of a delivery, as a program sends it; `change` says what is different. */
export const handed = (change: object = {}) => ({
  id: randomUUID(),
  outcome: 'delivered',
  capacity: 'recipient',
  name: 'Nguyễn Thị Hoa',
  paper: { kind: 'cccd', tail: '1234' },
  means: { kind: 'sheet' },
  collected: 0,
  ...change,
})

/** And of one who was not at home. */
export const nobodyHome = (change: object = {}) => ({
  id: randomUUID(),
  outcome: 'attempted',
  reason: 'nobody_home',
  measure: 'again',
  ...change,
})

/** Reports a stop. Answers status and body. */
export const report = (who: Person, round: { id: string }, stop: number, body: object) =>
  who.post(`/rounds/${round.id}/stops/${stop}/report`, body)

type Stop = { stop: number; parcels: { code: string; state: string }[] }

/** What became of each parcel of a round, by code. */
export async function statesOf(who: Person, round: { id: string }): Promise<Record<string, string>> {
  const { body } = await who.get(`/rounds/${round.id}`)
  return Object.fromEntries(body.stops.flatMap(({ parcels }: Stop) => parcels.map(({ code, state }) => [code, state])))
}
