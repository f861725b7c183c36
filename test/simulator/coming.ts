import type { Zone } from './log.ts'
import type { Home } from './places.ts'
import type { Dossier, World } from './world.ts'

/** Somebody with a dossier, before it has a reference. */
export type Coming = Pick<Dossier, 'procedure' | 'desk' | 'office' | 'service' | 'name'> & {
  home_office: string
  zone: Zone
  isCollected: boolean
  paysLater: boolean
}

type Amount = { amount: number | null }
export type Taken = { reference: string; lookup_code: string; fees: { postage: Amount; state: Amount } }

export function dossierOf(
  { home_office: _, zone: __, isCollected: ___, paysLater, ...coming }: Coming,
  taken: Taken,
): Dossier {
  const owes = paysLater ? (taken.fees.postage.amount ?? 0) : 0
  const feePaid = paysLater || coming.service === 'return' ? 0 : (taken.fees.state.amount ?? 0)
  return { ...coming, reference: taken.reference, lookup: taken.lookup_code, owes, feePaid, afterSupplement: null }
}

export const homeOf = ({ home_office, zone, isCollected }: Coming): Home => ({ office: home_office, zone, isCollected })

export const noteTaken = (world: World, { reference, office, desk, procedure, service, feePaid }: Dossier) =>
  world.log.write(world.now, {
    what: 'taken in',
    dossier: reference,
    ...{ office, desk, working_days: procedure.working_days, isReturned: service !== 'receive', feePaid },
  })
