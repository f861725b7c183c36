import { inspect, isDeepStrictEqual } from 'node:util'
import type { ExecutionContext } from 'ava'
import fc from 'fast-check'
import { consequences } from '../../src/consequences.ts'
import { beginCustody } from '../../src/custody/begin-custody.ts'
import type { Fact, Present, Standing, Thing } from '../../src/custody/fact.ts'
import { fold } from '../../src/custody/fold.ts'
import { holdings } from '../../src/custody/holdings.ts'
import { recordScans } from '../../src/custody/record-scans.ts'
import type { Scan } from '../../src/custody/scan.ts'
import { ruleOf, type Step } from '../../src/custody/steps.ts'
import { addMs, minute } from '../../src/kit/time.ts'
import { itemCode } from '../../src/parcels/item-code.ts'
import { assignmentFor } from '../../src/people/actor.ts'
import type { Role } from '../../src/people/roles.ts'
import { type Deed, idOf, type Life, life, skew } from './lives.ts'
import { giaNghia, krongNo, type Person, policeKrongNo, type Scenario, scenario } from './scenario.ts'

const together = 50

type Parcel = { id: string; code: string; thing: Thing }
/** One sending: the deed, or the taking back of it. */
type Sending = { scan: Scan; at: number; life: number; fact: Fact }

/**
 * Lives random histories through the real verb: every deed sent one to five times, in any order, in lists, by two phones
 * with clocks two days wrong. Each parcel must end as the pure fold of the set of its facts, and sending all again change nothing.
 */
export async function liveInAnyOrder(t: ExecutionContext, lives: number): Promise<void> {
  const all = await scenario(t)
  const people = await crew(all)
  let serial = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(life(people.map(({ assignments }) => assignments[0]?.role ?? 'auditor')), {
        minLength: together,
        maxLength: together,
      }),
      async some => {
        const parcels = await Promise.all(some.map(one => parcelFor(all, one, ++serial)))
        const sendings = some.flatMap((one, i) => sendingsOf(one, i, people, parcels[i] as Parcel, all.clock()))
        const lists = inLists(sendings)
        for (const list of lists) await send(all, list)
        for (const [i, parcel] of parcels.entries()) await same(all, parcel, factsOf(sendings, i))
        const before = await rows(all)
        for (const list of lists.reverse()) await send(all, list)
        if ((await rows(all)) !== before) throw new Error('replaying everything changed something')
      },
    ),
    { numRuns: Math.ceil(lives / together), endOnFailure: true, includeErrorInReport: true },
  )
  t.pass()
}

const crew = (all: Scenario) =>
  Promise.all([
    all.person('clerk', krongNo),
    all.person('clerk', giaNghia),
    all.person('courier', krongNo),
    all.person('courier', krongNo),
    all.person('driver', giaNghia),
    all.person('officer', policeKrongNo),
    all.person('supervisor', krongNo),
    all.person('hotline', null),
  ])

const when = (start: Date, minutes: number) => addMs(start, minutes * minute)

const purposes = { out: 'filing', home: 'result', back: 'collected_papers' } as const
const origins = {
  out: { kind: 'applicant', unit: null },
  home: { kind: 'police_unit', unit: policeKrongNo },
  back: { kind: 'recipient', unit: null },
} as const

async function parcelFor(all: Scenario, { goes }: Life, serial: number): Promise<Parcel> {
  const code = itemCode('QZ', serial, 'VN')
  const id = idOf(code)
  const supervisor = String(
    await all
      .db('people')
      .first('id')
      .then(row => row?.id),
  )
  const isHome = goes === 'home'
  const thing = {
    purpose: purposes[goes],
    destination_kind: isHome ? ('recipient' as const) : ('police_unit' as const),
    destination_unit: isHome ? krongNo : policeKrongNo,
    on_route: [krongNo],
    hands: isHome ? ('recipient_only' as const) : null,
    zone: isHome ? ('rural' as const) : null,
    created_at: all.clock(),
  }
  const origin = origins[goes]
  await all.db('parcels').insert({
    id,
    code,
    ...thing,
    origin_kind: origin.kind,
    origin_unit: origin.unit,
    is_collected: false,
    zone: 'rural',
    created_by: supervisor,
    created_unit: krongNo,
  })
  await beginCustody(all.db, id)
  const bag = {
    made_unit: krongNo,
    to_unit: giaNghia,
    state: 'open' as const,
    made_at: all.clock(),
    made_by: supervisor,
  }
  await all
    .db('bags')
    .insert(['1', '2'].map(number => ({ ...bag, id: idOf(`${code} bag ${number}`), code: bagOf(code, number) })))
  return { id, code, thing: { ...thing, origin: { ...origin, person: null } } }
}

/** Two bags for each parcel, open all the time. */
const bagOf = (code: string, number: string) => `TT0${code.replace(/\D/g, '')}00000${number}`

function sendingsOf(one: Life, i: number, people: Person[], { code }: Parcel, start: Date): Sending[] {
  const deeds = one.deeds.map((deed, j) => ({
    ...told(deed, idOf(`${code} ${j}`), people[deed.who] as Person, code, start),
    at: one.arrivals[j] ?? 0,
    life: i,
  }))
  const corrections = one.takenBack.flatMap(j => {
    const of = deeds[j]
    const at = (of?.at ?? 0) + 1 + ((j * 131) % 500)
    return of?.fact && of.fact.unit_kind !== 'police_unit'
      ? [{ ...correction(of.fact, people, code, start), at, life: i }]
      : []
  })
  return [...deeds, ...corrections].flatMap((sending, j) =>
    Array.from({ length: one.copies[j] ?? 1 }, (_, copy) => ({ ...sending, at: sending.at + copy * 97 })),
  )
}

function told(deed: Deed, id: string, by: Person, code: string, start: Date) {
  const { step, device, counter } = deed
  const detail = step === 'pack' ? { bag: bagOf(code, String(deed.detail['bag'])) } : deed.detail
  const occurred_at = addMs(when(start, deed.at), skew[device])
  const scan: Scan = {
    id,
    step,
    code,
    occurred_at,
    sent_at: start,
    received_at: start,
    device,
    counter,
    source: 'device',
    corrects: null,
    detail,
    by,
    unit: null,
    bag: null,
  }
  return { scan, fact: factOf(scan, when(start, deed.at), null) }
}

function correction(of: Fact, people: Person[], code: string, start: Date) {
  const by = people[6] as Person
  const detail = { reason: 'nhầm' }
  const scan: Scan = {
    id: idOf(`${of.id} back`),
    step: 'correct',
    code,
    occurred_at: when(start, 700),
    sent_at: start,
    received_at: start,
    device: null,
    counter: null,
    source: 'device',
    corrects: of.id,
    detail,
    by,
    unit: null,
    bag: null,
  }
  return { scan, fact: factOf(scan, when(start, 700), of.id) }
}

/** What the scan is as a fact, or null where the role may not say it. Written apart from the code under test. */
function factOf(
  { id, step, by, device, counter, detail, occurred_at }: Scan,
  effective_at: Date,
  corrects: string | null,
) {
  const roles: readonly Role[] = step === 'correct' ? ['supervisor'] : ruleOf(step as Step).roles
  const as = assignmentFor(by, roles)
  const { role, unit, unit_kind } = as ?? {}
  // The bags are Krông Nô's.
  const isTheirs = step !== 'pack' || unit === krongNo
  return (
    as && isTheirs
      ? { id, step, person: by.id, role, unit, unit_kind, device, counter, occurred_at, effective_at, corrects, detail }
      : null
  ) as Fact
}

/** In order of arrival, cut into lists of uneven length. */
function inLists(sendings: Sending[]): Sending[][] {
  const ordered = [...sendings].sort((a, b) => a.at - b.at || (a.scan.id < b.scan.id ? -1 : 1))
  const lists: Sending[][] = []
  for (let from = 0; from < ordered.length; from += 1 + ((from * 7919) % 400)) {
    const next = from + 1 + ((from * 7919) % 400)
    lists.push(ordered.slice(from, next))
  }
  return lists
}

/** Received twelve hours after the day began, by phones that say what their clocks say. */
async function send(all: Scenario, list: Sending[]) {
  const now = when(all.clock(), 720)
  const scans = list.map(({ scan }) => ({
    ...scan,
    received_at: now,
    sent_at: scan.device ? addMs(now, skew[scan.device as 'd1']) : now,
  }))
  return recordScans(all.db, scans, { now, consequences })
}

const factsOf = (sendings: Sending[], i: number) => [
  ...new Map(sendings.filter(({ life, fact }) => life === i && fact).map(({ fact }) => [fact.id, fact])).values(),
]

async function same(all: Scenario, { id, code, thing }: Parcel, facts: Fact[]) {
  const { present, standings } = fold(thing, facts)
  const { holder, last, ...rest } = present
  const wanted = {
    present: {
      ...rest,
      holder_kind: holder.kind,
      holder_unit: holder.unit,
      holder_person: holder.person,
      last_event: last?.id ?? null,
    },
    standings: Object.fromEntries([...standings].sort()),
    reviews: [...standings]
      .flatMap(([fact, standing]) => asked(facts.find(one => one.id === fact) as Fact, standing))
      .sort(),
  }
  await sameLastHolding(all, id, present)
  const stored = await all.db('parcel_presents').where({ parcel_id: id }).first(Object.keys(wanted.present))
  const events = await all.db('event_standings').where({ parcel_id: id }).orderBy('event_id')
  const reviews = await all.db('reviews').where({ parcel_id: id }).whereNull('withdrawn_at')
  const got = {
    present: stored,
    standings: Object.fromEntries(events.map(({ event_id, standing, flags }) => [event_id, { standing, flags }])),
    reviews: reviews.map(({ event_id, kind }) => `${event_id} ${kind}`).sort(),
  }
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(got)), JSON.parse(JSON.stringify(wanted))))
    throw new Error(
      `${code}:\n${inspect(facts)}\nwanted ${inspect(wanted, { depth: 4 })}\ngot ${inspect(got, { depth: 4 })}`,
    )
}

function asked({ id, step }: Fact, { standing, flags }: Standing): string[] {
  if (standing === 'contradicting') return [`${id} contradiction`]
  if (standing !== 'applied') return []
  if (step === 'report_lost') return [`${id} lost`]
  return step === 'report_damaged' ? [`${id} damaged`] : flags.map(flag => `${id} ${flag}`)
}

async function rows(all: Scenario): Promise<string> {
  const { rows } = await all.db.raw(
    `select (select count(*) from custody_events) as facts, (select count(*) from scans) as scans,
            (select md5(string_agg(event_standings::text, ' ' order by event_id)) from event_standings) as standings,
            (select md5(string_agg(parcel_presents::text, ' ' order by parcel_id)) from parcel_presents) as presents,
            (select md5(string_agg(reviews::text, ' ' order by id)) from reviews) as reviews`,
  )
  return JSON.stringify(rows[0])
}

/** What is told of where the time went ends where the fold ends; of facts of one moment SQL does not know which came first. */
async function sameLastHolding({ db }: Scenario, id: string, { holder, since }: Present) {
  const { rows } = await db.raw(
    `select kind, unit, person, since from ${holdings('parcels.id = :id')} as held order by since desc limit 2`,
    { id },
  )
  const [last, before] = rows
  if (before && before.since.getTime() === last.since.getTime()) return
  const wanted = { ...holder, since }
  if (!isDeepStrictEqual({ ...last }, wanted))
    throw new Error(`${JSON.stringify(last)} is not ${JSON.stringify(wanted)}`)
}
