import type { Worker } from './crew.ts'
import { hour, minute, second } from './days.ts'
import { door, type Stop } from './doors.ts'
import { keep } from './shelf.ts'
import { ask, disturb, isDark, isDue, litAt, mend, noteTold, sync, took } from './tell.ts'
import type { Run } from './timetable.ts'
import { goOffline } from './vans.ts'
import { visitor } from './visits.ts'
import { atOffice, holding, later, move, named, type Thing, type World, withCourier } from './world.ts'

/** A courier on the way to receivers. */
export type Round = { id: string; courier: Worker; office: string; stops: Stop[]; cash: number; isOver: boolean }

const onRound = new WeakMap<Worker, Round>()
const most = 200
const papers = ['old_card'] as const

/** Some time before it goes the round is planned: what lies there for people at their homes. */
export async function plan(world: World, run: Run): Promise<void> {
  const courier = carrier(world, run.from)
  const things = [...holding(world, atOffice(run.from))].filter(one => isForDoors(world, run.from, one))
  if (!courier) return disturb(world, 'no courier', run.from)
  if (!things.length) return
  const round: Round = { id: '', courier, office: run.from, stops: [], cash: 0, isOver: false }
  for (let from = 0; from < things.length; from += most) await putOn(world, round, things.slice(from, from + most))
  onRound.set(courier, round)
  later(world, 20 * minute + world.random.below(50) * second, () => setOut(world, run, round))
}

/** Whoever is at work, is on no other round, and does not go to the desks where there is a choice. */
function carrier(world: World, office: string): Worker | undefined {
  const free = world.crew
    .couriers(office)
    .filter(one => one.awayUntil <= world.now && (onRound.get(one)?.isOver ?? true))
  return free.find(one => one !== visitor(world, office)) ?? free[0]
}

const isForDoors = ({ now }: World, office: string, one: Thing) =>
  one.office === office &&
  (one.purpose === 'result' || one.purpose === 'refused_papers') &&
  !one.isCollected &&
  !one.isGoingBack &&
  one.waitsUntil <= now &&
  one.paperUntil < now

function noteOpened(world: World, id: string) {
  if (world.named.has(id)) return
  world.log.write(world.now, { what: 'round', round: named(world, 'round', id), how: 'opened' })
}

type Planned = { id: string; stops: { stop: number; to_collect: number | null; parcels: { code: string }[] }[] }

async function putOn(world: World, round: Round, things: readonly Thing[]): Promise<void> {
  const clerk = world.crew.clerk(round.office)
  const by = isDark(world, clerk) ? round.courier : clerk
  const codes = things.map(({ code }) => (world.random.chance(0.06) ? { code, papers } : code))
  const order = { courier: round.courier.signedIn.id, codes }
  let answer = await ask(world, by, '/rounds', order, [422])
  if (answer.status === 422) {
    for (const one of things) await mend(world, one)
    answer = await ask(world, by, '/rounds', order)
  }
  noteOpened(world, answer.body.id)
  readStops(round, answer.body, [...round.stops.flatMap(stop => stop.things), ...things])
}

/** The stops as the system put them together. */
function readStops(round: Round, { id, stops }: Planned, things: readonly Thing[]) {
  const byCode = new Map(things.map(one => [one.code, one]))
  round.id = id
  round.stops = stops
    .map(({ stop, to_collect, parcels }) => ({
      ...{ stop, owes: to_collect ?? 0 },
      things: parcels.flatMap(({ code }) => byCode.get(code) ?? []),
    }))
    .filter(stop => stop.things.length > 0)
}

async function setOut(world: World, run: Run, round: Round): Promise<void> {
  const { courier, stops } = round
  const takes = (run.arrives - run.departs) * minute
  if (isDue(world, 'offline')) goOffline(world, courier, takes + 30 * minute)
  const things = stops.flatMap(stop => stop.things)
  await took(world, { step: 'load', by: courier, things, to: withCourier(courier) })
  const gap = Math.min(20 * minute, (takes - 20 * minute) / (stops.length + 1))
  const illAt = isDue(world, 'ill') && courier.offlineUntil < world.now ? world.random.below(stops.length) : -1
  for (const [i, stop] of stops.entries()) {
    const at = 10 * minute + i * gap + world.random.below(40) * second
    if (i === illAt) return later(world, at, () => fallIll(world, round))
    later(world, at, () => door(world, round, stop))
  }
  later(world, takes + world.random.below(50) * second, () => comeBack(world, round))
}

/** Back at the office: the phone has a network, what was not delivered is taken in, parcels and cash are balanced. */
async function comeBack(world: World, round: Round): Promise<void> {
  const { courier, office } = round
  courier.offlineUntil = Math.min(courier.offlineUntil, world.now)
  await sync(courier)
  const clerk = world.crew.clerk(office)
  const back = [...holding(world, withCourier(courier))].filter(
    one => one.office === office || one.purpose === 'collected_papers',
  )
  await took(world, { step: 'arrive', by: clerk, things: back, to: atOffice(office) })
  later(world, 4 * minute, async () => {
    for (const one of back) if (one.attempts > 0 && one.holder === atOffice(office)) await keep(world, one)
    await close(world, round)
  })
}

async function close(world: World, round: Round): Promise<void> {
  const clerk = world.crew.clerk(round.office)
  round.isOver = true
  if (isDark(world, clerk))
    return later(world, litAt(world, round.office) - world.now + minute, () => close(world, round))
  await ask(world, clerk, `/rounds/${round.id}/closing`, { handed_in: round.cash })
  world.log.write(world.now, { what: 'round', round: named(world, 'round', round.id), how: 'closed' })
}

/** A colleague comes and takes over what is left; where there is none, it stays with the ill one until the morning. */
async function fallIll(world: World, round: Round): Promise<void> {
  const { courier, office } = round
  disturb(world, 'ill', courier.name)
  courier.awayUntil = world.now + 20 * hour
  const colleague = carrier(world, office)
  if (!colleague || colleague.offlineUntil > world.now) return later(world, 15 * hour, () => comeBack(world, round))
  const relief: Round = { id: '', courier: colleague, office, stops: [], cash: 0, isOver: false }
  onRound.set(colleague, relief)
  later(world, 40 * minute, () => takeOver(world, { from: round, to: relief }))
}

async function takeOver(world: World, { from, to }: { from: Round; to: Round }): Promise<void> {
  const left = [...holding(world, withCourier(from.courier))].filter(({ purpose }) => purpose !== 'collected_papers')
  const { body } = await ask(world, to.courier, `/rounds/${from.id}/take-over`, {})
  noteOpened(world, body.id)
  readStops(to, body, left)
  for (const one of left) {
    move(world, one, 'take_over', withCourier(to.courier))
    const said = { step: 'take_over', by: to.courier, happened: world.now }
    const verdict = one.untold.length ? 'only planned' : 'recorded'
    noteTold(world, said, one.code, { verdict, source: 'device' })
  }
  for (const [i, stop] of to.stops.entries()) later(world, (i + 1) * 8 * minute, () => door(world, to, stop))
  later(world, (to.stops.length + 1) * 8 * minute, () => comeBack(world, to))
  later(world, 30 * minute, () => comeBack(world, from))
}
