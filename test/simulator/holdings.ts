import type { Knex } from 'knex'
import type { Holder, WorldLog } from './log.ts'

/** Who had a thing from when on, until the next; what lasted no time is left out. */
export type Holding = { from: number; holder: Holder }

/** Whose hands a step brings it into. Written down once more, apart from the product's own table. */
const takers: Record<string, 'unit' | 'self' | 'recipient'> = {
  ...{ accept: 'unit', arrive: 'unit', lodge: 'unit', transfer: 'unit', take_back: 'unit' },
  ...{ collect: 'self', depart: 'self', load: 'self', take_over: 'self', hand_back: 'self', deliver: 'recipient' },
}

type Fact = { code: string; step: string; unit_id: string; kind: string; person_id: string; at: Date }

/** By the facts that stand, in the order in which they count. `names` are those of people. */
export async function reportedHoldings(db: Knex, names: ReadonlyMap<string, string>): Promise<Map<string, Holding[]>> {
  const parcels = await db('parcels').select('code', 'created_at', 'origin_kind', 'origin_unit')
  const all = new Map(
    parcels.map(({ code, created_at, origin_kind, origin_unit }) => {
      const holder = origin_unit ? `${origin_kind} ${origin_unit}` : origin_kind
      return [code, [{ from: created_at.getTime(), holder }] as Holding[]]
    }),
  )
  for (const fact of await factsOf(db)) {
    const holder = holderAfter(fact, names)
    const holdings = all.get(fact.code) ?? []
    if (holder && holdings.at(-1)?.holder !== holder) holdings.push({ from: fact.at.getTime(), holder })
  }
  return new Map([...all].map(([code, holdings]) => [code, lasting(holdings)]))
}

const factsOf = (db: Knex): Promise<Fact[]> =>
  db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .join('parcels', 'parcels.id', 'custody_events.parcel_id')
    .join('units', 'units.id', 'custody_events.unit_id')
    .where({ standing: 'applied' })
    .orderBy(['effective_at', 'occurred_at', 'seq'])
    .select('parcels.code', 'step', 'unit_id', 'units.kind', 'person_id', 'effective_at as at')

function holderAfter({ step, unit_id, kind, person_id }: Fact, names: ReadonlyMap<string, string>): Holder | null {
  const taker = takers[step]
  if (!taker) return null
  if (taker === 'recipient') return 'recipient'
  return taker === 'unit' ? `${kind} ${unit_id}` : `courier ${names.get(person_id)}`
}

/** By what truly happened. */
export function trueHoldings(log: WorldLog): Map<string, Holding[]> {
  const all = new Map<string, Holding[]>()
  for (const { code, at, holder } of log.of('parcel')) all.set(code, [{ from: at, holder }])
  for (const { code, at, to } of log.of('moved')) all.get(code)?.push({ from: at, holder: to })
  return new Map([...all].map(([code, holdings]) => [code, lasting(holdings)]))
}

const lasting = (holdings: readonly Holding[]) =>
  holdings.filter(({ from }, i) => i + 1 === holdings.length || holdings[i + 1]?.from !== from)

/** How long each had it, and how long it lived: until it was over, or until now. */
export function heldFor(holdings: readonly Holding[], now: number) {
  const end = holdings.at(-1)?.holder === 'recipient' ? (holdings.at(-1)?.from ?? now) : now
  const times = new Map<Holder, number>()
  for (const [i, { from, holder }] of holdings.entries()) {
    const until = Math.min(holdings[i + 1]?.from ?? end, end)
    times.set(holder, (times.get(holder) ?? 0) + until - from)
  }
  return { times, life: end - (holdings[0]?.from ?? end) }
}
