import { dayOf, hour, minute, momentOf, second } from './days.ts'
import { isWorked } from './office-hours.ts'
import { leadOf } from './places.ts'
import { ask, isDark, litAt, took } from './tell.ts'
import { atOffice, begin, type Dossier, later, thing, type World } from './world.ts'

/** What the desk missed is brought to the counter where the dossier was taken in, and follows it. */
export function bringSupplement(world: World, dossier: Dossier): void {
  const at = world.now + world.random.between(1, 3) * 24 * hour
  const { counter } = world.province
  let date = dayOf(at)
  while (!isWorked(counter, date)) date++
  world.agenda.put(momentOf(date, world.random.between(460, 1000)), () => supplement(world, dossier))
}

async function supplement(world: World, dossier: Dossier): Promise<void> {
  const clerk = world.crew.clerk(dossier.office)
  if (isDark(world, clerk))
    return later(world, litAt(world, dossier.office) + minute - world.now, () => supplement(world, dossier))
  const { body } = await ask(world, clerk, '/parcels', { purpose: 'supplement', dossiers: [dossier.reference] })
  const envelope = thing({
    ...{ code: body.code, purpose: 'supplement', holder: 'applicant', desk: dossier.desk },
    ...{ office: leadOf(world, dossier.desk), dossiers: [dossier] },
  })
  begin(world, envelope)
  later(world, 20 * second, () =>
    took(world, { step: 'accept', by: clerk, things: [envelope], to: atOffice(dossier.office) }),
  )
}
