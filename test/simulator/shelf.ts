import { randomUUID } from 'node:crypto'
import { day, dayOf, dayWritten, hour, minute, momentOf, written } from './days.ts'
import { isWorked } from './office-hours.ts'
import { ask, isDark, isDue, litAt, mend, noteTold, took } from './tell.ts'
import { atOffice, later, move, type Thing, type World } from './world.ts'

/** Something came to lie at an office: where its receiver fetches it, they come in a while. */
export function onShelf(world: World, one: Thing): void {
  const isHome = one.holder === atOffice(one.office) && !one.isGoingBack
  const isResult = one.purpose === 'result' || one.purpose === 'refused_papers'
  if (isHome && isResult && one.isCollected) comes(world, one, world.random.between(3, 60) * hour)
}

/** The receiver comes to the counter about so long from now, when it is open. */
export function comes(world: World, one: Thing, ms: number): void {
  let date = dayOf(world.now + ms)
  while (!isWorked(world.province.counter, date) || momentOf(date, 1000) < world.now) date++
  const from = Math.max(460, (world.now - momentOf(date, 0)) / minute + 5)
  world.agenda.put(momentOf(date, world.random.between(from, 1015)), () => handOut(world, one))
}

async function handOut(world: World, one: Thing): Promise<void> {
  if (one.holder !== atOffice(one.office) || one.isGoingBack) return
  const clerk = world.crew.clerk(one.office)
  const lit = Math.max(one.paperUntil, isDark(world, clerk) ? litAt(world, one.office) : 0)
  if (lit >= world.now) return later(world, lit + minute - world.now, () => handOut(world, one))
  const body = { id: randomUUID(), codes: [one.code], ...takenBy(world, one) }
  const answer = await ask(world, clerk, '/collections', body, [404])
  if (answer.status === 404) {
    await mend(world, one)
    await ask(world, clerk, '/collections', body)
  }
  move(world, one, 'deliver', 'recipient')
  const said = { step: 'deliver', by: clerk, happened: world.now }
  noteTold(world, said, one.code, { verdict: 'recorded', source: 'device' })
}

/** What a receiver says and shows. */
export function takenBy({ random }: World, { dossiers }: Thing) {
  const [first] = dossiers
  const hasSlip = random.chance(0.5)
  return {
    capacity: 'recipient',
    name: first?.name ?? '',
    paper: { kind: 'cccd', tail: String(1000 + random.below(9000)) },
    means: hasSlip && first ? { kind: 'slip_code', code: first.lookup } : { kind: 'sheet' },
    collected: first?.owes ?? 0,
  }
}

/** Nobody was at home: it lies at the office, for another round or for whoever comes to fetch it. */
export async function keep(world: World, one: Thing): Promise<void> {
  const { random, crew } = world
  const clerk = crew.clerk(one.office)
  if (one.attempts === 1 && one.agreed) {
    one.waitsUntil = momentOf(dayWritten(one.agreed), 1)
    return
  }
  if (one.attempts === 1) {
    const until = written(dayOf(world.now) + 10)
    await took(world, { step: 'hold', by: clerk, things: [one], to: one.holder, detail: { until } })
    one.waitsUntil = isDue(world, 'away') ? world.ends + day : workingDayAfter(world, 4)
    return
  }
  one.waitsUntil = world.ends + day
  if (random.chance(0.7)) return comes(world, one, random.between(10, 110) * hour)
  later(world, 6 * day + random.below(2 * hour), () => sendBack(world, one))
}

/** The morning of the so manieth day on which counters and the police work. */
function workingDayAfter({ now, province }: World, days: number): number {
  let date = dayOf(now)
  for (let left = days; left > 0; ) if (isWorked(province.agency, ++date)) left--
  return momentOf(date, 1)
}

async function sendBack(world: World, one: Thing): Promise<void> {
  const clerk = world.crew.clerk(one.office)
  if (isDark(world, clerk)) return later(world, 5 * hour, () => sendBack(world, one))
  one.isGoingBack = true
  await took(world, { step: 'send_back', by: clerk, things: [one], to: one.holder, detail: { reason: 'nobody_home' } })
}
