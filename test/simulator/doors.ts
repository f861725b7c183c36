import { randomUUID } from 'node:crypto'
import type { Answer } from '../support/client.ts'
import { day, dayOf, minute, written } from './days.ts'
import type { Door } from './log.ts'
import type { Round } from './rounds.ts'
import { takenBy } from './shelf.ts'
import { ask, isDue, mend, noteTold } from './tell.ts'
import { begin, type Deed, move, type Thing, thing, type World, withCourier } from './world.ts'

/** One receiver and what is for them. */
export type Stop = { stop: number; owes: number; things: Thing[] }

/** A courier rings: somebody takes it, or nobody is at home. */
export async function door(world: World, round: Round, stop: Stop): Promise<void> {
  const { courier } = round
  const things = stop.things.filter(({ holder }) => holder === withCourier(courier))
  const [first] = things
  if (!first) return
  const isHome = !world.random.chance(world.settings.rates.notHome * (first.attempts ? 3 : 1))
  const happened = world.now
  const door = isHome ? null : notTaken(world, things)
  const said = door ? attempted(door) : handed(world, first, stop)
  if (isHome) round.cash += stop.owes
  for (const one of things) {
    if (isHome) move(world, one, 'deliver', 'recipient')
    else one.attempts++
    one.agreed = door?.again_on ?? null
    if (door?.notice) one.invitedOn.push(dayOf(world.now))
  }
  const report = {
    id: randomUUID(),
    codes: things.map(({ code }) => code),
    occurred_at: new Date(happened).toISOString(),
    ...said,
  }
  const tell = () => tellOf(world, round, { stop, report, happened, things, door })
  if (courier.offlineUntil > world.now) courier.outbox.push(tell)
  else await tell()
}

function handed(world: World, first: Thing, { owes }: Stop) {
  return { outcome: 'delivered', ...takenBy(world, first), collected: owes }
}

/** Why nobody takes it, how often beside each other. */
const reasons = { nobody_home: 14, asked_other_time: 4, refused: 1, wrong_address: 1, fee_not_paid: 1 } as const
type Reason = keyof typeof reasons

/** Most ring up before they come, some the day before, which proves nothing; a notice is left at most every few days. */
function notTaken(world: World, things: readonly Thing[]): Door {
  const { random, now } = world
  const reason = random.weighted(Object.keys(reasons) as Reason[], one => reasons[one])
  const called = isDue(world, 'noCall') ? null : now - (random.chance(0.1) ? day : random.between(1, 9) * minute)
  const days = 1 + random.below(4)
  const isAgreed = reason === 'asked_other_time' && random.chance(0.8)
  const mayInvite = things.every(({ invitedOn }) => mayFollow(invitedOn, dayOf(now)))
  return {
    reason,
    called: called && Math.round(called),
    again_on: isAgreed ? written(dayOf(now) + days) : null,
    notice: !isDue(world, 'noNotice') && mayInvite,
  }
}

/** Two notices in all, some days apart. */
const mayFollow = ([first, second]: readonly number[], today: number) =>
  second === undefined && (first === undefined || today - first >= 5)

const attempted = ({ reason, called, again_on, notice }: Door) => ({
  ...{ outcome: 'attempted', reason, measure: 'again' },
  ...(called ? { called_at: new Date(called).toISOString() } : {}),
  ...(again_on ? { again_on } : {}),
  ...(notice ? { notice: { left_with: 'door' } } : {}),
})

type Telling = { stop: Stop; report: object; happened: number; things: readonly Thing[]; door: Door | null }

async function tellOf(world: World, round: Round, { stop, report, happened, things, door }: Telling): Promise<void> {
  const sent = { ...report, sent_at: new Date(world.now).toISOString() }
  const answer = await ask(world, round.courier, `/rounds/${round.id}/stops/${stop.stop}/report`, sent)
  const by = round.courier
  const verdicts: { code: string; verdict: string }[] = answer.body.verdicts
  const step = answer.body.outcome === 'delivered' ? 'deliver' : 'attempt'
  for (const one of things) {
    const verdict = verdicts.find(({ code }) => code === one.code)?.verdict ?? 'none'
    noteTold(world, { step, by, happened, door }, one.code, { verdict, source: 'device' })
    if (verdict === 'for_review') await mend(world, one)
  }
  takePapers(world, { by, happened, things }, answer)
}

/** An old card that is given back travels to the desk in an envelope of its own. */
function takePapers(
  world: World,
  { by, happened, things }: Pick<Deed, 'by' | 'happened'> & Pick<Telling, 'things'>,
  { body }: Answer,
) {
  const [first] = things
  if (!body.envelope || !first) return
  const envelope = thing({
    ...{ code: body.envelope, purpose: 'collected_papers', holder: 'recipient', desk: first.desk },
    office: first.office,
  })
  begin(world, envelope)
  move(world, envelope, 'collect', withCourier(by))
  noteTold(world, { step: 'collect', by, happened }, envelope.code, { verdict: 'recorded', source: 'device' })
}
