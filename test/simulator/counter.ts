import { type Coming, dossierOf, homeOf, noteTaken } from './coming.ts'
import { dayOf, momentOf } from './days.ts'
import { examineFiling, startWork } from './desk.ts'
import { isWorked } from './office-hours.ts'
import { fetchAtHome, takeInOnPaper } from './on-paper.ts'
import { applicant } from './people.ts'
import { dueIn, leadOf } from './places.ts'
import { deskFor, type Office } from './province.ts'
import { ask, isDark, isDue, noteTold } from './tell.ts'
import { atOffice, begin, move, thing, type World } from './world.ts'

/** People go to town: how many come to an office of each kind, beside each other. */
const weights: Record<Office['kind'], number> = { province: 24, district: 10, local: 1 }
/** When they come: minutes of the day, and how many beside each other. */
const crowds = [
  { from: 450, until: 570, share: 3 },
  { from: 570, until: 690, share: 3 },
  { from: 690, until: 810, share: 1 },
  { from: 810, until: 930, share: 3 },
  { from: 930, until: 1010, share: 2 },
]

/** The people of one day come when they come: by chance, about as many as were announced. */
export function arrivals(world: World): void {
  const { random, settings, province } = world
  const date = dayOf(world.now)
  if (!isWorked(province.counter, date)) return
  for (let left = random.poisson(settings.dossiersPerDay); left > 0; left--) {
    const office = random.weighted(province.offices, ({ kind }) => weights[kind])
    const { from, until } = random.weighted(crowds, ({ share }) => share)
    world.agenda.put(momentOf(date, random.between(from, until)), () => arrive(world, office))
  }
}

async function arrive(world: World, office: Office): Promise<void> {
  const { random, procedures, province } = world
  const home = random.pick(province.communes.filter(({ district }) => district === office.district))
  const isReturnOnly = random.chance(0.15)
  const fitting = procedures.filter(({ byPost }) => byPost || isReturnOnly)
  // Cards and residence are what most come for.
  const procedure = random.weighted(fitting, ({ id }) => (/^(identity|residence)/.test(id) ? 8 : 1))
  const person = applicant(random, home.code)
  const desk = deskFor(province, procedure, home)
  const isCollected = random.chance(0.2)
  const service = isReturnOnly ? 'return' : random.chance(0.08) ? 'receive' : 'both'
  const paysLater = random.chance(0.2)
  const body = {
    procedure: procedure.id,
    service,
    applicant: person,
    documents: isReturnOnly ? [] : procedure.documents.map(name => ({ name, originals: 1 })),
    return_to: service === 'receive' ? 'desk' : isCollected ? 'post_office' : 'address',
    payment: paysLater
      ? { payer: 'recipient', when: 'delivery', method: 'cash' }
      : { payer: 'sender', when: 'counter', method: 'cash' },
    notify: 'sms',
  }
  const dossier = { procedure, desk: desk.id, office: office.id, service, name: person.name } as const
  const coming = { ...dossier, home_office: home.office, zone: home.zone, isCollected, paysLater }
  if (service === 'return') return fileInPerson(world, body, coming)
  if (isDue(world, 'atHome')) return fetchAtHome(world, body, coming)
  await takeIn(world, body, coming)
}

/** The dossier was brought to the desk itself; the post only brings the result home. */
async function fileInPerson(world: World, body: object, coming: Coming): Promise<void> {
  if (!isWorked(world.province.agency, dayOf(world.now))) return
  const officer = world.crew.officer(coming.desk)
  const due = coming.procedure.working_days === null ? { due: dueIn(world, 10) } : {}
  const { body: taken } = await ask(world, officer, '/dossiers', { ...body, ...due })
  const dossier = dossierOf(coming, taken)
  noteTaken(world, dossier)
  world.log.write(world.now, {
    what: 'decided',
    dossier: dossier.reference,
    decision: 'accepted',
    due: due.due ?? null,
  })
  startWork(world, dossier, homeOf(coming))
}

async function takeIn(world: World, body: object, coming: Coming): Promise<void> {
  const clerk = world.crew.clerk(coming.office)
  if (isDark(world, clerk)) return takeInOnPaper(world, body, coming)
  const { body: taken } = await ask(world, clerk, '/dossiers', body)
  const dossier = dossierOf(coming, taken)
  const filing = thing({
    ...{ code: taken.parcel.code, purpose: 'filing', holder: 'applicant', desk: coming.desk },
    ...{ office: leadOf(world, coming.desk), dossiers: [dossier] },
  })
  begin(world, filing)
  move(world, filing, 'accept', atOffice(coming.office))
  noteTold(world, { step: 'accept', by: clerk, happened: world.now }, filing.code, {
    verdict: 'recorded',
    source: 'device',
  })
  noteTaken(world, dossier)
  examineFiling(world, filing, homeOf(coming))
}
