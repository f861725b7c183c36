import type { Service } from '../support/scenario.ts'
import { type Act, Agenda } from './agenda.ts'
import { type Crew, makeCrew, type Worker } from './crew.ts'
import { dayOf, dayWritten, momentOf } from './days.ts'
import { loadTimetable } from './load-timetable.ts'
import { type Holder, WorldLog, type Zone } from './log.ts'
import { type Procedure, type Province, readProvince } from './province.ts'
import { type Random, seeded } from './random.ts'
import type { Settings } from './settings.ts'

/** What somebody did to a thing, and has not told yet. */
export type Deed = { step: string; by: Worker; happened: number; detail: Record<string, string> }

export type Dossier = {
  reference: string
  lookup: string
  procedure: Procedure
  desk: string
  office: string
  service: 'both' | 'receive' | 'return'
  name: string
  /** What the receiver pays. */
  owes: number
  /** The state's fee, where the counter has it. */
  feePaid: number
  /** What its desk does next once the supplement is there. */
  afterSupplement: Act | null
}

/** A parcel as it is in the world, whatever the system thinks. */
export type Thing = {
  code: string
  purpose: 'filing' | 'supplement' | 'result' | 'refused_papers' | 'collected_papers'
  holder: Holder
  /** Where the post has to bring it: the office that leads to its desk, or that of its receiver. */
  office: string
  desk: string
  isCollected: boolean
  isGoingBack: boolean
  /** Where its receiver lives. */
  zone: Zone | null
  /** The day on which its receiver asked to be called on. */
  agreed: string | null
  /** The days on which notices were left for its receiver. */
  invitedOn: number[]
  dossiers: Dossier[]
  attempts: number
  /** Not to be carried out before. */
  waitsUntil: number
  /** Until when all that happens to it stands on paper alone. */
  paperUntil: number
  untold: Deed[]
}

/** A released sheet that waits for its courier. */
export type Sheet = { id: string; courier: Worker; things: Thing[] }

export type World = {
  all: Service
  settings: Settings
  province: Province
  procedures: readonly Procedure[]
  random: Random
  agenda: Agenda
  log: WorldLog
  crew: Crew
  now: number
  ends: number
  held: Map<Holder, Set<Thing>>
  /** Offices without power, until when. */
  dark: Map<string, number>
  /** Blank sets in the drawer of each office. */
  blanks: Map<string, Thing[]>
  /** The codes of all sets that were printed. */
  printed: Set<string>
  sheets: Map<string, Sheet[]>
  calls: number
  /** Sheets and rounds by their ids in the system: `sheet 12`, which is the same in each run. */
  named: Map<string, string>
}

/** An empty province on the morning of its first day. */
export async function makeWorld(all: Service, settings: Settings): Promise<World> {
  const province = await readProvince()
  const begins = momentOf(dayWritten(settings.from), 0)
  all.clock.set(new Date(begins).toISOString())
  await grantRanges(all, province)
  await loadTimetable(all, province)
  return {
    ...{ all, settings, province, now: begins, ends: momentOf(dayOf(begins) + settings.days, 0) },
    procedures: await readCatalogue(all),
    crew: await makeCrew(all, province),
    ...{ random: seeded(settings.seed), agenda: new Agenda(), log: new WorldLog(), calls: 0 },
    ...{ held: new Map(), dark: new Map(), blanks: new Map(), sheets: new Map(), printed: new Set(), named: new Map() },
  }
}

/** Lets everything happen until the end, each at its moment. */
export async function run(world: World): Promise<void> {
  for (let next = world.agenda.next(world.ends); next; next = world.agenda.next(world.ends)) {
    world.now = next.at
    world.all.clock.set(new Date(next.at).toISOString())
    await next.act()
  }
  world.now = world.ends
  world.all.clock.set(new Date(world.ends).toISOString())
}

const serials = 1_000_000

async function grantRanges({ db, clock }: Service, { offices }: Province) {
  await db('item_code_ranges').insert(
    offices.map(({ id }, i) => ({
      ...{ office_id: id, prefix: 'PS', country: 'VN', granted_by: 'mô phỏng', granted_at: clock() },
      ...{ first_serial: i * serials, last_serial: (i + 1) * serials - 1, next_serial: i * serials },
    })),
  )
}

/** The catalogue as the API shows it to anybody. */
async function readCatalogue({ anyone, db }: Service): Promise<Procedure[]> {
  const desks = new Map<string, string | null>(
    (await db('procedures').whereNull('valid_to').select('key', 'desk')).map(({ key, desk }) => [key, desk]),
  )
  const { body } = await anyone.get('/procedures')
  const items: Listed[] = body.items.filter(({ return_by_post }: Listed) => return_by_post)
  return Promise.all(
    items.map(async ({ id, level, working_days, receive_by_post: byPost }) => {
      const { body: whole } = await anyone.get(`/procedures/${id}`)
      const documents: string[] = whole.documents.map(({ name }: { name: string }) => name)
      return { id, level, desk: desks.get(id) ?? null, working_days, documents, byPost }
    }),
  )
}

type Listed = {
  id: string
  level: string
  working_days: number | null
  receive_by_post: boolean
  return_by_post: boolean
}

export const later = (world: World, ms: number, act: Act) => world.agenda.put(world.now + Math.round(ms), act)

export const holding = ({ held }: World, holder: Holder): Set<Thing> => {
  const there = held.get(holder) ?? new Set()
  held.set(holder, there)
  return there
}

export const atOffice = (id: string): Holder => `post_office ${id}`
export const atDesk = (id: string): Holder => `police_unit ${id}`
/** In person: drivers and couriers alike, by the name of the one who has it. */
export const withCourier = ({ name }: Worker): Holder => `courier ${name}`

/** What the system gave an id, by a name of our own: the first of its kind is 1. */
export function named({ named }: World, kind: 'sheet' | 'round', id: string): string {
  const name = named.get(id) ?? `${kind} ${named.size + 1}`
  named.set(id, name)
  return name
}

/** A thing comes into the world, in somebody's hands. */
export function begin(world: World, thing: Thing) {
  holding(world, thing.holder).add(thing)
  const { code, purpose, holder, zone, isCollected: is_collected } = thing
  const isHome = purpose === 'result' || purpose === 'refused_papers'
  world.log.write(world.now, {
    what: 'parcel',
    code,
    purpose,
    holder,
    bound: isHome ? thing.office : thing.desk,
    is_collected,
    zone: isHome ? zone : null,
    dossiers: thing.dossiers.map(({ reference }) => reference),
  })
}

/** Another has it now, whoever is told of it. */
export function move(world: World, thing: Thing, step: string, to: Holder) {
  holding(world, thing.holder).delete(thing)
  thing.holder = to
  holding(world, to).add(thing)
  world.log.write(world.now, { what: 'moved', code: thing.code, step, to })
}

export const thing = (
  some: Pick<Thing, 'code' | 'purpose' | 'holder' | 'office' | 'desk'> & Partial<Thing>,
): Thing => ({
  ...{ isCollected: false, isGoingBack: false, zone: null, agreed: null, invitedOn: [] },
  ...{ dossiers: [], attempts: 0, waitsUntil: 0, paperUntil: 0, untold: [] },
  ...some,
})
