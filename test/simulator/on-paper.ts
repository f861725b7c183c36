import { type Coming, dossierOf, homeOf, noteTaken } from './coming.ts'
import type { Worker } from './crew.ts'
import { hour, minute } from './days.ts'
import { examineFiling } from './desk.ts'
import { fillDrawer } from './drawers.ts'
import { leadOf } from './places.ts'
import { ask, isDark, litAt, noteTold, sync, took } from './tell.ts'
import { visitor } from './visits.ts'
import { atOffice, later, move, type Thing, type World, withCourier } from './world.ts'

/** Without power a set of paper is filled in, and typed in when there is power again. */
export function takeInOnPaper(world: World, body: object, coming: Coming): void {
  const set = takeSet(world, coming)
  // An empty drawer: they come back another day.
  if (!set) return
  const happened = world.now
  const clerk = world.crew.clerk(coming.office)
  set.paperUntil = litAt(world, coming.office)
  move(world, set, 'accept', atOffice(coming.office))
  later(world, set.paperUntil - world.now, async () => {
    await typeIn(world, { ...body, paper_at: new Date(happened).toISOString() }, { coming, set })
    noteTold(world, { step: 'accept', by: clerk, happened }, set.code, { verdict: 'recorded', source: 'paper' })
  })
}

/** From the drawer, with the desk its papers are for written on it. */
function takeSet(world: World, { office, desk }: Coming): Thing | undefined {
  const set = world.blanks.get(office)?.pop()
  if (!set) return undefined
  Object.assign(set, { desk, office: leadOf(world, desk) })
  world.log.write(world.now, { what: 'bound', code: set.code, bound: desk })
  return set
}

async function typeIn(world: World, body: object, { coming, set }: { coming: Coming; set: Thing }): Promise<void> {
  const clerk = world.crew.clerk(coming.office)
  const { body: taken } = await ask(world, clerk, '/dossiers', { ...body, parcel_code: set.code })
  const dossier = dossierOf(coming, taken)
  set.dossiers.push(dossier)
  noteTaken(world, dossier)
  examineFiling(world, set, homeOf(coming))
}

/** Somebody calls: a courier comes with a set of paper, and at the office the papers are typed in. */
export async function fetchAtHome(world: World, body: object, coming: Coming): Promise<void> {
  const courier = visitor(world, coming.office)
  if (!courier || isDark(world, world.crew.clerk(coming.office))) return
  if (!world.blanks.get(coming.office)?.length) await fillDrawer(world, coming.office, 5)
  later(world, hour, async () => {
    const set = takeSet(world, coming)
    if (!set) return
    await took(world, { step: 'collect', by: courier, things: [set], to: withCourier(courier) })
    later(world, hour, () => bringHome(world, courier, { body, coming, set }))
  })
}

type Brought = { body: object; coming: Coming; set: Thing }

async function bringHome(world: World, courier: Worker, { body, coming, set }: Brought): Promise<void> {
  const clerk = world.crew.clerk(coming.office)
  if (isDark(world, clerk))
    return later(world, litAt(world, coming.office) + minute - world.now, () =>
      bringHome(world, courier, { body, coming, set }),
    )
  await sync(courier)
  await took(world, { step: 'arrive', by: clerk, things: [set], to: atOffice(coming.office) })
  later(world, 5 * minute, () => typeIn(world, body, { coming, set }))
}
