import { minute } from '../../src/kit/time.ts'
import { type AtKrongNo, atKrongNo, scanned, takenIn } from './at-krong-no.ts'
import { policeKrongNo, type Scenario } from './scenario.ts'

export type Released = AtKrongNo & { all: Scenario; codes: string[]; id: string; number: string }

/** A courier with `count` parcels for the police of Krông Nô. */
export async function carried(all: Scenario, count: number): Promise<AtKrongNo & { codes: string[] }> {
  const staff = await atKrongNo(all)
  const codes: string[] = []
  for (let i = 0; i < count; i++) {
    const { parcel } = await takenIn(all, staff)
    await scanned(all, staff.courier, 'depart', parcel.code)
    codes.push(parcel.code)
  }
  return { ...staff, codes }
}

/** The same, on a sheet that waits for the police. */
export async function released(all: Scenario, count: number): Promise<Released> {
  const staff = await carried(all, count)
  const { status, body } = await staff.courier.post('/handovers', { to: { unit: policeKrongNo }, codes: staff.codes })
  if (status !== 201) throw new Error(JSON.stringify(body))
  all.clock.move(minute)
  return { ...staff, all, id: body.id, number: body.number }
}
