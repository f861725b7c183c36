import { minute } from '../../src/kit/time.ts'
import { type AtKrongNo, atKrongNo, takenIn } from './at-krong-no.ts'
import { giaNghia, type Person, type Scenario, type scan } from './scenario.ts'

export type Packed = AtKrongNo & { other: Person; driver: Person; codes: string[]; bag: string }

/** A bag of `count` parcels made at Krông Nô for Gia Nghĩa, still open; `other` is the clerk there. */
export async function packed(all: Scenario, count: number): Promise<Packed> {
  const staff = await atKrongNo(all)
  const other = await all.person('clerk', giaNghia)
  const driver = await all.person('driver', giaNghia)
  const codes = await atOffice(all, staff, count)
  const made = await staff.clerk.post('/bags', { to_unit: giaNghia })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const bag: string = made.body.code
  all.clock.move(minute)
  if (count) {
    const { status, body } = await staff.clerk.post(`/bags/${bag}/parcels`, { codes })
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  return { ...staff, other, driver, codes, bag }
}

/** The same, sealed. */
export async function sealed(all: Scenario, count: number, seal: object = {}): Promise<Packed> {
  const packing = await packed(all, count)
  all.clock.move(minute)
  const { status, body } = await packing.clerk.post(`/bags/${packing.bag}/seal`, seal)
  if (status !== 200) throw new Error(JSON.stringify(body))
  all.clock.move(minute)
  return packing
}

/** So many parcels that were taken in at Krông Nô. */
export async function atOffice(all: Scenario, staff: AtKrongNo, count: number): Promise<string[]> {
  const codes: string[] = []
  for (let i = 0; i < count; i++) codes.push((await takenIn(all, staff)).parcel.code)
  all.clock.move(minute)
  return codes
}

/** One scan sent by somebody, at a time; answers its verdict. */
export async function told({ clock }: Scenario, who: Person, one: ReturnType<typeof scan>) {
  const { status, body } = await who.post('/scans', { sent_at: clock().toISOString(), scans: [one] })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.verdicts[0]
}
