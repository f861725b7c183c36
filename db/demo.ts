import type { Knex } from 'knex'
import type { Consequence } from '../src/custody/consequence.ts'
import type { Doing } from '../src/custody/doing.ts'
import { recordScans } from '../src/custody/record-scans.ts'
import { scanNow } from '../src/custody/scan.ts'
import type { Step } from '../src/custody/steps.ts'
import { acceptDossier } from '../src/dossiers/accept-dossier.ts'
import { makeParcel } from '../src/dossiers/make-parcel.ts'
import { announceResult } from '../src/dossiers/settle.ts'
import { requestSupplement } from '../src/dossiers/supplement.ts'
import { takeIn } from '../src/dossiers/take-in.ts'
import type { Keys } from '../src/kit/secrets.ts'
import { addMs, hour, localDate } from '../src/kit/time.ts'
import type { Actor } from '../src/people/actor.ts'
import { actorById } from '../src/people/queries.ts'
import { raiseAlerts } from '../src/promises/raise-alerts.ts'
import { openRound } from '../src/rounds/open-round.ts'
import { type DemoDossier, demoDossiers, demoIntake } from './demo-dossiers.ts'
import { grantDemoRanges, makeDemoPeople } from './demo-people.ts'

type Stage = { name: DemoDossier['reaches']; after: number; run: (scene: Scene, doing: Doing) => Promise<void> }
type Scene = { db: Knex; cast: Cast; sheet: DemoDossier; reference: string; filing: string; home: string }
type Cast = Record<'clerk' | 'courier' | 'officer', Actor>

/**
 * One believable week on an empty database, made with the domain's own verbs and a moving clock: dossiers at every stage,
 * one late, one at risk, one awaiting papers. Answers one lookup code to try.
 */
export async function makeDemo(
  db: Knex,
  {
    now,
    keys,
    consequences,
    password,
  }: { now: Date; keys: Keys; consequences: readonly Consequence[]; password: string },
): Promise<string> {
  const people = await makeDemoPeople(db, password, addMs(now, -30 * 24 * hour))
  await grantDemoRanges(db, now)
  const actor = async (username: string) => actorById(db, String(people.get(username)), now)
  const casts = {
    'Gia Nghĩa': { clerk: await actor('clerk'), courier: await actor('courier'), officer: await actor('officer') },
    'Krông Nô': { clerk: await actor('clerk2'), courier: await actor('courier2'), officer: await actor('officer2') },
  }
  let toTry = ''
  for (const sheet of demoDossiers) {
    const code = await play(db, sheet, casts[sheet.at], { now, keys, consequences })
    if (sheet.toTry) toTry = code
  }
  const { clerk, courier } = casts['Krông Nô']
  await planDemoRound(db, courier, { by: clerk, now })
  await raiseAlerts(db, now)
  return toTry
}

/** What the courier has in hand is on a round, so that the page is not empty. */
async function planDemoRound(db: Knex, { id }: Actor, who: { by: Actor; now: Date }) {
  const codes: string[] = await db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .where({ holder_person: id, destination_kind: 'recipient' })
    .orderBy('parcels.id')
    .pluck('code')
  const parcels = codes.map(code => ({ code, papers: ['receipt' as const] }))
  if (parcels.length) await openRound(db, { courier: id, parcels }, who)
}

async function play(
  db: Knex,
  sheet: DemoDossier,
  cast: Cast,
  { now, keys, consequences }: Omit<Doing, 'by'>,
): Promise<string> {
  let at = addMs(now, -sheet.hoursAgo * hour)
  const doing = (by: Actor): Doing => ({ by, now: at, keys, consequences })
  const taken = await takeIn(db, await demoIntake(db, sheet), doing(cast.clerk))
  const scene: Scene = { db, cast, sheet, reference: taken.reference, filing: taken.parcel?.code ?? '', home: '' }
  for (const stage of stages) {
    if (sheet.reaches === 'taken_in') break
    at = addMs(at, (sheet.pace[stage.name] ?? stage.after) * hour)
    await stage.run(scene, doing(cast.officer))
    if (stage.name === sheet.reaches) break
  }
  return taken.lookup_code
}

/** What happens next, and after how many hours. */
const stages: readonly Stage[] = [
  {
    name: 'departed',
    after: 2,
    run: ({ filing, cast, ...scene }, doing) => scanned(scene.db, 'depart', filing, { ...doing, by: cast.courier }),
  },
  { name: 'lodged', after: 1, run: ({ db, filing }, doing) => scanned(db, 'lodge', filing, doing) },
  { name: 'accepted', after: 1, run: ({ db, reference }, doing) => acceptDossier(db, reference, {}, doing) },
  { name: 'supplement', after: 0.5, run: askForMore },
  {
    name: 'announced',
    after: 20,
    run: ({ db, reference }, doing) => announceResult(db, reference, { kind: 'granted', papers: [] }, doing),
  },
  { name: 'packed', after: 1, run: packed },
  {
    name: 'handed_back',
    after: 1,
    run: ({ db, home, cast }, doing) => scanned(db, 'hand_back', home, { ...doing, by: cast.clerk }),
  },
  {
    name: 'loaded',
    after: 2,
    run: ({ db, home, cast }, doing) => scanned(db, 'load', home, { ...doing, by: cast.courier }),
  },
  {
    name: 'delivered',
    after: 3,
    run: ({ db, home, cast }, doing) => scanned(db, 'deliver', home, { ...doing, by: cast.courier }),
  },
]

async function askForMore({ db, reference, sheet }: Scene, doing: Doing) {
  if (sheet.reaches !== 'supplement') return
  const until = localDate(addMs(doing.now, 7 * 24 * hour))
  await requestSupplement(
    db,
    reference,
    { items: ['Giấy giới thiệu có đóng dấu'], reason: 'Giấy giới thiệu chưa đóng dấu', until },
    doing,
  )
}

async function packed(scene: Scene, doing: Doing) {
  const { code } = await makeParcel(scene.db, { purpose: 'result', dossiers: [scene.reference], weight_g: 60 }, doing)
  scene.home = code
}

async function scanned(db: Knex, step: Step, code: string, { by, now, consequences }: Doing) {
  const detail = step === 'deliver' ? { capacity: 'recipient' } : {}
  await recordScans(db, [scanNow({ step, code, detail, by }, now)], { now, consequences })
}
