import type { Worker } from './crew.ts'
import { minute, second } from './days.ts'
import { arrived } from './desk.ts'
import type { Holder } from './log.ts'
import { onShelf } from './shelf.ts'
import { ask, disturb, isDue, mend, noteTold, sync, took } from './tell.ts'
import type { Run } from './timetable.ts'
import { goOffline, targetOf } from './vans.ts'
import {
  atDesk,
  atOffice,
  holding,
  later,
  move,
  named,
  type Sheet,
  type Thing,
  type World,
  withCourier,
} from './world.ts'

/** Who goes to the desks of an office today: its first courier who is at work. */
export const visitor = (world: World, office: string): Worker | undefined =>
  world.crew.couriers(office).find(({ awayUntil }) => awayUntil <= world.now)

/** Who is on the way to a desk, by desk. */
const under = new WeakMap<World, Map<string, Worker>>()
const visitsOf = (world: World) => {
  const there = under.get(world) ?? new Map<string, Worker>()
  under.set(world, there)
  return there
}

/** A courier sets out for a desk with what lies there for it. */
export async function visit(world: World, run: Run): Promise<void> {
  const courier = visitor(world, run.from)
  visitsOf(world).delete(run.to)
  if (!courier || isDue(world, 'missedVisit')) return disturb(world, 'missed visit', run.to)
  visitsOf(world).set(run.to, courier)
  const things = [...holding(world, atOffice(run.from))].filter(one => isForDesk(world, run, one))
  if (isDue(world, 'offline')) goOffline(world, courier, 2 * 60 * minute)
  await took(world, { step: 'depart', by: courier, things, to: withCourier(courier) })
  later(world, (run.arrives - run.departs) * minute + world.random.below(50) * second, () =>
    dropOff(world, { courier, desk: run.to, things }),
  )
}

const isForDesk = (world: World, { from, to }: Run, one: Thing) =>
  one.desk === to && targetOf(world, one) === from && isOutgoing(one) && one.paperUntil < world.now
const isOutgoing = ({ purpose, isGoingBack }: Thing) =>
  isGoingBack || purpose === 'filing' || purpose === 'supplement' || purpose === 'collected_papers'

type Drop = { courier: Worker; desk: string; things: readonly Thing[] }

/** By a sheet that the desk signs after counting, or thing by thing. */
async function dropOff(world: World, { courier, desk, things }: Drop): Promise<void> {
  if (!things.length) return
  const codes = things.map(({ code }) => code)
  const hasSheet = courier.offlineUntil < world.now && things.length <= 400 && world.random.chance(0.7)
  const sheet = hasSheet && (await ask(world, courier, '/handovers', { to: { unit: desk }, codes }, [422]))
  if (!sheet) return lodge(world, desk, things)
  if (sheet.status === 422) {
    for (const one of things) await mend(world, one)
    return lodge(world, desk, things)
  }
  noteReleased(world, sheet.body.id, withCourier(courier), codes)
  later(world, 3 * minute, () => signFor(world, { id: sheet.body.id, courier, things: [...things] }, desk))
}

const stepAtDesk = ({ isGoingBack }: Thing) => (isGoingBack ? 'take_back' : 'lodge')

async function lodge(world: World, desk: string, things: readonly Thing[]): Promise<void> {
  const by = world.crew.officer(desk)
  // What was collected at a door is taken back by its own step, or lodged where it is on a sheet: both end its way.
  const stepOf = (one: Thing) => (one.purpose === 'collected_papers' ? 'take_back' : stepAtDesk(one))
  for (const step of ['lodge', 'take_back'])
    await took(world, { step, by, things: things.filter(one => stepOf(one) === step), to: atDesk(desk) })
  for (const one of things) await arrived(world, one)
}

async function signFor(world: World, { id, things }: Sheet, desk: string): Promise<void> {
  const by = world.crew.officer(desk)
  await ask(world, by, `/handovers/${id}/acceptance`, { mode: 'count', count: things.length })
  noteSettled(world, id, 'accepted')
  for (const one of things) {
    const step = stepAtDesk(one)
    move(world, one, step, atDesk(desk))
    noteTold(world, { step, by, happened: world.now }, one.code, { verdict: 'recorded', source: 'device' })
  }
  for (const one of things) await arrived(world, one)
}

const isWaiting = ({ purpose, isGoingBack }: Thing) =>
  (purpose === 'result' || purpose === 'refused_papers') && !isGoingBack

/** Some time before the post comes the desk puts what is ready on a sheet for the courier who usually does. */
export async function release(world: World, { from: desk, to: office }: Run): Promise<void> {
  const sheets = world.sheets.get(desk) ?? []
  const listed = new Set(sheets.flatMap(({ things }) => things))
  const ready = [...holding(world, atDesk(desk))].filter(one => isWaiting(one) && !listed.has(one)).slice(0, 400)
  const courier = visitor(world, office)
  if (!ready.length || !courier || isDue(world, 'noSheet')) return
  const codes = ready.map(({ code }) => code)
  const { body } = await ask(world, world.crew.officer(desk), '/handovers', {
    to: { person: courier.signedIn.id },
    codes,
  })
  world.sheets.set(desk, [...sheets, { id: body.id, courier, things: ready }])
  noteReleased(world, body.id, atDesk(desk), codes)
  if (isDue(world, 'takenBack')) later(world, 20 * minute, () => takeSheetBack(world, desk, body.id))
}

/** The desk finds that an envelope is missing: before anybody comes the sheet is taken back, and made out by no one again. */
async function takeSheetBack(world: World, desk: string, sheet: string): Promise<void> {
  const sheets = world.sheets.get(desk) ?? []
  if (!sheets.some(({ id }) => id === sheet)) return
  world.sheets.set(
    desk,
    sheets.filter(({ id }) => id !== sheet),
  )
  await cancel(world, desk, sheet, 'Thiếu một phong bì')
}

async function cancel(world: World, desk: string, sheet: string, reason: string): Promise<void> {
  await ask(world, world.crew.officer(desk), `/handovers/${sheet}/cancellation`, { reason })
  noteSettled(world, sheet, 'cancelled')
}

const noteReleased = (world: World, id: string, from: Holder, codes: string[]) =>
  world.log.write(world.now, { what: 'released', sheet: named(world, 'sheet', id), from, codes })
const noteSettled = (world: World, id: string, how: 'accepted' | 'cancelled') =>
  world.log.write(world.now, { what: 'settled', sheet: named(world, 'sheet', id), how })

/** The courier takes results along: what is on a sheet for them by their signature, all else by scans. */
export async function fetchResults(world: World, run: Run): Promise<void> {
  const courier = visitsOf(world).get(run.from)
  if (!courier) return
  const sheets = world.sheets.get(run.from) ?? []
  world.sheets.set(run.from, [])
  const fetched: Thing[] = []
  for (const sheet of sheets) fetched.push(...(await fetchSheet(world, sheet, { courier, desk: run.from })))
  const loose = [...holding(world, atDesk(run.from))].filter(isWaiting)
  await took(world, { step: 'hand_back', by: courier, things: loose, to: withCourier(courier) })
  fetched.push(...loose)
  later(world, (run.arrives - run.departs) * minute + world.random.below(50) * second, () =>
    bringIn(world, courier, { office: run.to, things: fetched }),
  )
}

async function fetchSheet(
  world: World,
  { id, courier: named, things }: Sheet,
  { courier, desk }: { courier: Worker; desk: string },
) {
  const isOnline = courier.offlineUntil < world.now
  if (named !== courier || !isOnline) {
    await cancel(world, desk, id, 'Bưu tá khác đến nhận')
    return []
  }
  await ask(world, courier, `/handovers/${id}/acceptance`, { mode: 'count', count: things.length })
  noteSettled(world, id, 'accepted')
  for (const one of things) {
    move(world, one, 'hand_back', withCourier(courier))
    const said = { step: 'hand_back', by: courier, happened: world.now }
    noteTold(world, said, one.code, { verdict: 'recorded', source: 'device' })
  }
  return things
}

/** Back at the office the phone has a network again, and the clerk takes what was brought. */
async function bringIn(
  world: World,
  courier: Worker,
  { office, things }: { office: string; things: readonly Thing[] },
) {
  const brought = things.filter(({ holder }) => holder === withCourier(courier))
  if (!brought.length) return
  courier.offlineUntil = Math.min(courier.offlineUntil, world.now)
  await sync(courier)
  await took(world, { step: 'arrive', by: world.crew.clerk(office), things: brought, to: atOffice(office) })
  for (const one of brought) onShelf(world, one)
}
