import type { Act } from './agenda.ts'
import { afterWork } from './office-hours.ts'
import { dueIn, type Home } from './places.ts'
import { bringSupplement } from './supplements.ts'
import { ask, mend } from './tell.ts'
import { atDesk, begin, type Dossier, type Thing, thing, type World } from './world.ts'

/** What a desk does with each thing once it lies there, by its code: known when it was taken in. */
const onArrival = new WeakMap<Thing, Act>()

/** Once the filing is at its desk somebody looks into it, between half an hour and a working day later. */
export function examineFiling(world: World, filing: Thing, home: Home): void {
  const examine = () => {
    for (const dossier of filing.dossiers)
      atWork(world, world.random.between(30, 400), () => examineDossier(world, dossier, { filing, home }))
  }
  onArrival.set(filing, examine)
  // It was on paper for so long that it is there already.
  if (filing.holder === atDesk(filing.desk)) examine()
}

/** Something was put on the table of a desk. */
export async function arrived(world: World, one: Thing): Promise<void> {
  await onArrival.get(one)?.()
  if (one.purpose === 'supplement')
    for (const dossier of one.dossiers) atWork(world, 45, () => receiveSupplement(world, dossier, one))
}

const atWork = (world: World, minutes: number, act: Act) =>
  world.agenda.put(afterWork(world.province.agency, world.now, minutes) + world.random.below(50_000), act)

async function examineDossier(world: World, dossier: Dossier, filed: { filing: Thing; home: Home }): Promise<void> {
  const { random, settings } = world
  const luck = random.between(0, 1)
  const { refused, supplement } = settings.rates
  if (luck < refused) return refuse(world, dossier, filed)
  if (luck < refused + supplement / 2)
    return askForMore(world, dossier, filed.filing, () => accept(world, dossier, filed))
  await accept(world, dossier, filed)
}

/** Decides something about a dossier; what lies there without a scan is scanned first. */
async function decide(world: World, dossier: Dossier, path: string, body: object, lying: Thing | null): Promise<void> {
  const officer = world.crew.officer(dossier.desk)
  const route = `/dossiers/${dossier.reference}/${path}`
  const answer = await ask(world, officer, route, body, lying ? [409] : [])
  if (answer.status !== 409 || !lying) return
  await mend(world, lying)
  await ask(world, officer, route, body)
}

const note = (
  world: World,
  { reference }: Dossier,
  decision: 'accepted' | 'extended' | 'waits' | 'goes on' | 'refused' | 'announced',
  due: string | null = null,
) => world.log.write(world.now, { what: 'decided', dossier: reference, decision, due })

async function accept(world: World, dossier: Dossier, { filing, home }: { filing: Thing; home: Home }): Promise<void> {
  const due = dossier.procedure.working_days === null ? dueIn(world, 10) : null
  await decide(world, dossier, 'acceptance', due ? { due } : {}, filing)
  note(world, dossier, 'accepted', due)
  const isShort = world.random.chance(world.settings.rates.supplement / 2)
  if (isShort) atWork(world, 60, () => askForMore(world, dossier, filing, () => startWork(world, dossier, home)))
  else startWork(world, dossier, home)
}

async function askForMore(world: World, dossier: Dossier, filing: Thing, then: Act): Promise<void> {
  const body = { items: ['Bản sao có chứng thực'], reason: 'Bản sao chưa chứng thực', until: dueIn(world, 20) }
  await decide(world, dossier, 'supplement-request', body, filing)
  note(world, dossier, 'waits')
  dossier.afterSupplement = then
  bringSupplement(world, dossier)
}

async function receiveSupplement(world: World, dossier: Dossier, envelope: Thing): Promise<void> {
  await decide(world, dossier, 'supplement', {}, envelope)
  note(world, dossier, 'goes on')
  await dossier.afterSupplement?.()
}

/** The papers go home again. */
async function refuse(world: World, dossier: Dossier, { filing, home }: { filing: Thing; home: Home }): Promise<void> {
  await decide(world, dossier, 'refusal', { reason: 'Không thuộc thẩm quyền giải quyết' }, filing)
  note(world, dossier, 'refused')
  if (dossier.service === 'both') await envelope(world, dossier, 'refused_papers', home)
}

/** From the acceptance to the result: faster than the law allows, by the pace of the simulation; some are slow all the same. */
export function startWork(world: World, dossier: Dossier, home: Home): void {
  const { random, settings, province } = world
  const workingDay = 450
  const allowed = (dossier.procedure.working_days ?? 6) * workingDay
  const isSlow = random.chance(settings.rates.slow)
  const takes = isSlow ? allowed * random.between(0.9, 1.4) : allowed * settings.pace * random.between(0.3, 1.1)
  const apologises = isSlow && random.chance(0.4)
  if (apologises) world.agenda.put(afterWork(province.agency, world.now, allowed * 0.7), () => extend(world, dossier))
  atWork(world, takes, () => announce(world, dossier, home))
}

async function extend(world: World, dossier: Dossier): Promise<void> {
  const { working_days } = dossier.procedure
  const due = dueIn(world, 3 + (working_days ?? 6))
  await decide(world, dossier, 'extension', { reason: 'Cần xác minh thêm', due }, null)
  note(world, dossier, 'extended', due)
}

async function announce(world: World, dossier: Dossier, home: Home): Promise<void> {
  await decide(world, dossier, 'result', { kind: 'granted', papers: ['Giấy chứng nhận'] }, null)
  note(world, dossier, 'announced')
  if (dossier.service !== 'receive') await envelope(world, dossier, 'result', home)
}

/** An envelope with the result lies at the desk until the post comes for it. */
async function envelope(
  world: World,
  dossier: Dossier,
  purpose: 'result' | 'refused_papers',
  home: Home,
): Promise<void> {
  const officer = world.crew.officer(dossier.desk)
  const body = { purpose, dossiers: [dossier.reference], weight_g: 60 }
  const { body: made } = await ask(world, officer, '/parcels', body)
  const { code } = made
  begin(
    world,
    thing({
      ...{ code, purpose, holder: atDesk(dossier.desk), desk: dossier.desk, office: home.office },
      ...{ isCollected: home.isCollected, zone: home.zone, dossiers: [dossier] },
    }),
  )
}
