import { minute } from '../../src/kit/time.ts'
import { papers } from './papers.ts'
import { krongNo, type Person, policeKrongNo, type Scenario, scan } from './scenario.ts'

type Taken = { reference: string; lookup_code: string; parcel: { code: string } }
export type AtKrongNo = { clerk: Person; courier: Person; officer: Person }

/** The three who bring a dossier there and back in Krông Nô. */
export const atKrongNo = async (all: Scenario): Promise<AtKrongNo> => ({
  clerk: await all.person('clerk', krongNo),
  courier: await all.person('courier', krongNo),
  officer: await all.person('officer', policeKrongNo),
})

/** Scans one step a minute later than whatever happened before. */
export async function scanned(
  { clock }: Scenario,
  who: Person,
  step: string,
  code: string,
  detail = {},
): Promise<void> {
  clock.move(minute)
  const sent = { sent_at: clock().toISOString(), scans: [scan(step, code, clock(), detail)] }
  const { body } = await who.post('/scans', sent)
  if (body.verdicts[0].verdict !== 'recorded') throw new Error(JSON.stringify(body.verdicts[0]))
}

/** Takes in a new identity card for Nguyễn Thị Hoa of Krông Nô. */
export async function takenIn(all: Scenario, { clerk }: AtKrongNo, change = {}): Promise<Taken> {
  const { status, body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03', change))
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** The same, accepted and decided by the police; its result is with the post. Answers the envelope's code as `home`. */
export async function onItsWayHome(all: Scenario, staff: AtKrongNo, change = {}): Promise<Taken & { home: string }> {
  const taken = await takenIn(all, staff, change)
  const { clerk, courier, officer } = staff
  await scanned(all, courier, 'depart', taken.parcel.code)
  await scanned(all, officer, 'lodge', taken.parcel.code)
  await officer.post(`/dossiers/${taken.reference}/acceptance`, { due: '2026-11-27' })
  await officer.post(`/dossiers/${taken.reference}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
  const { body } = await officer.post('/parcels', { purpose: 'result', dossiers: [taken.reference], weight_g: 60 })
  await scanned(all, clerk, 'hand_back', body.code)
  return { ...taken, home: body.code }
}
