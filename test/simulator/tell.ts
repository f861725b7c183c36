import { randomUUID } from 'node:crypto'
import type { Answer } from '../support/client.ts'
import { scan } from '../support/scenario.ts'
import type { Worker } from './crew.ts'
import { minute, second } from './days.ts'
import type { Door, Holder } from './log.ts'
import type { Rates } from './settings.ts'
import { type Deed, later, move, type Thing, type World } from './world.ts'

type Doing = { step: string; by: Worker; things: readonly Thing[]; to: Holder; detail?: Record<string, string> }

/** What people forget to scan now and then; a taking at the door or the counter they do not. */
const forgettable = new Set(['depart', 'arrive', 'lodge', 'hand_back', 'load'])
const most = 500

/**
 * Things come into other hands at this moment, and whoever took them tells of it: by a phone with a network at once, without
 * one when it is back; at an office without power on paper; or not at all.
 */
export async function took(world: World, { step, by, things, to, detail = {} }: Doing): Promise<void> {
  if (!things.length) return
  for (const one of things) if (one.holder !== to) move(world, one, step, to)
  const told = things.filter(one => !forgets(world, { step, by, happened: world.now, detail }, one))
  const deed = { step, by, happened: world.now, detail }
  const onPaper = told.filter(one => isOnPaper(world, by, one))
  if (onPaper.length) writeDown(world, deed, onPaper)
  const others = told.filter(one => !onPaper.includes(one))
  if (!others.length) return
  if (by.offlineUntil > world.now) by.outbox.push(() => send(world, deed, others, 'device'))
  else await send(world, deed, others, 'device')
}

function forgets(world: World, deed: Deed, one: Thing): boolean {
  if (!forgettable.has(deed.step) || !world.random.chance(world.settings.rates.forgotten)) return false
  one.untold.push(deed)
  world.log.write(world.now, { what: 'forgot', code: one.code, step: deed.step })
  return true
}

const isOnPaper = (world: World, by: Worker, one: Thing) => one.paperUntil >= world.now || isDark(world, by)

/** A clerk without power has no computer; phones still work. */
export const isDark = (world: World, { role, unit }: Worker) =>
  role === 'clerk' && (world.dark.get(unit) ?? 0) > world.now

/** What is on paper is typed in when there is power again; until then all that happens to the thing is on paper. */
function writeDown(world: World, deed: Deed, things: readonly Thing[]) {
  const typedAt = Math.max(
    ...things.map(one => one.paperUntil),
    isDark(world, deed.by) ? litAt(world, deed.by.unit) : 0,
  )
  for (const one of things) one.paperUntil = typedAt
  later(world, typedAt - world.now, () => send(world, deed, things, 'paper'))
}

export const litAt = (world: World, office: string) => (world.dark.get(office) ?? 0) + minute + 7 * second

/** Tells of one deed to many things. What contradicts what is known lacks a scan: it is told afterwards by who forgot it. */
export async function send(world: World, deed: Deed, things: readonly Thing[], source: 'device' | 'paper') {
  for (let from = 0; from < things.length; from += most) {
    const some = things.slice(from, from + most)
    const verdicts = await sendList(world, deed, some, source)
    for (const [i, verdict] of verdicts.entries()) {
      const one = some[i] as Thing
      noteTold(world, deed, one.code, { verdict, source })
      if (verdict === 'for_review') await mend(world, one)
    }
  }
}

async function sendList(world: World, { step, by, happened, detail }: Deed, things: readonly Thing[], source: string) {
  const scans = things.map(({ code }) => ({ ...scan(step, code, new Date(happened), detail), source }))
  const { body } = await ask(world, by, '/scans', { sent_at: new Date(world.now).toISOString(), scans })
  const verdicts: { verdict: string; reason?: string }[] = body.verdicts
  const refused = verdicts.findIndex(({ verdict }) => verdict === 'refused')
  if (refused >= 0) throw new Error(`${by.name}: ${JSON.stringify([scans[refused], verdicts[refused]])}`)
  return verdicts.map(({ verdict }) => verdict)
}

export function noteTold(
  world: World,
  { step, by, happened, door = null }: Pick<Deed, 'step' | 'by' | 'happened'> & { door?: Door | null },
  code: string,
  { verdict, source }: { verdict: string; source: 'device' | 'paper' },
) {
  const said = { code, step, unit: by.unit, by: by.name, happened, source, verdict, door }
  world.log.write(world.now, { what: 'told', ...said })
}

/** Everything about a thing that was forgotten is told, with its true times, by whoever did it. */
export async function mend(world: World, one: Thing): Promise<void> {
  const untold = one.untold.splice(0)
  if (!untold.length) return
  for (const deed of untold) await send(world, deed, [one], 'paper')
  world.log.write(world.now, { what: 'mended', code: one.code })
}

/** Asks the API as somebody. Throws what was not expected: `also` are other answers that may come. */
export async function ask(world: World, by: Worker, path: string, body: unknown, also: number[] = []): Promise<Answer> {
  world.calls++
  const answer = await by.signedIn.post(path, body, { 'Idempotency-Key': `"${randomUUID()}"` })
  if (answer.status >= 300 && !also.includes(answer.status))
    throw new Error(
      `${by.name} at ${new Date(world.now).toISOString()}: ${path} ${JSON.stringify([body, answer.body])}`,
    )
  return answer
}

/** A phone that is back in the network sends what it kept, in order. */
export async function sync({ outbox }: Worker): Promise<void> {
  for (const letter of outbox.splice(0)) await letter()
}

/** Whether it goes wrong this time. */
export const isDue = ({ random, settings }: World, what: keyof Rates) => random.chance(settings.rates[what])

export const disturb = (world: World, how: string, where: string) =>
  world.log.write(world.now, { what: 'disturbed', how, where })
